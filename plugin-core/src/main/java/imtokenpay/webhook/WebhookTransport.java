package imtokenpay.webhook;

import java.time.Instant;

/// Carries one signed call to a store.
public interface WebhookTransport {
    /// Posts the event once and says what became of it; never throws for what the other side does.
    Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at);
}
