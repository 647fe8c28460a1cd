package imtokenpay.webhook.trouble;

import imtokenpay.webhook.WebhookEndpoint;
import java.net.URI;
import java.time.Instant;

/// An endpoint that answered 410 Gone: it wants no more events.
///
/// @param address what answered; the store may have another one by now
public record DisabledEndpoint(String storeId, URI address, Instant since) {
    /// Whether that is the one.
    public boolean is(WebhookEndpoint endpoint) {
        return endpoint.storeId().equals(storeId) && endpoint.address().equals(address);
    }
}
