package imtokenpay.storefront.json;

import imtokenpay.storefront.PaymentNotice;
import java.util.Optional;

/// One event out of a webhook's body.
///
/// @param id `evt_...`
/// @param type what happened
/// @param payment the payment as it stood then
public record WebhookEvent(String id, EventType type, PaymentNotice payment) {

    /// Reads a body; empty for a type that a later version of the plugin may know and this adapter does not.
    ///
    /// @throws UnreadableJson when it is no event of the contract
    public static Optional<WebhookEvent> read(byte[] body) {
        return read(Fields.parse(body));
    }

    static Optional<WebhookEvent> read(Fields json) {
        String id = json.text("id");
        return EventType.of(json.text("type"))
                .map(type -> new WebhookEvent(id, type, PaymentJson.payment(json.object("data"))));
    }
}
