package imtokenpay.webhook;

import java.util.Optional;

/// Where the stores are told.
public interface WebhookEndpoints {
    /// The store's endpoint; empty when it wants no events.
    Optional<WebhookEndpoint> ofStore(String storeId);
}
