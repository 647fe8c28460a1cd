package imtokenpay.flow.monitor;

import imtokenpay.webhook.Attempt;

/// Hears what becomes of webhooks.
public interface WebhookMonitor {
    /// An attempt was noted. Told after the commit.
    default void attempted(Attempt attempt) {}
}
