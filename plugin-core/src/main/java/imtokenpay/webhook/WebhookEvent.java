package imtokenpay.webhook;

import imtokenpay.payment.PaymentId;
import java.time.Instant;

/// Something that happened to a payment, as the store will be told. Fixed when it happened.
///
/// @param id `evt_` + payment + sequence: derived, so that the same happening never gets two names
/// @param type such as `payment.settled`
public record WebhookEvent(String id, String storeId, PaymentId paymentId, String type, Content content) {

    /// When it happened, and what is said about it.
    ///
    /// @param body the JSON that is signed and sent, byte for byte the same on every attempt
    public record Content(Instant occurredAt, String body) {}

    /// The event id of that payment's event number `sequence`.
    public static String idOf(PaymentId payment, long sequence) {
        return "evt_" + payment.text().substring("pay_".length()) + "_" + sequence;
    }
}
