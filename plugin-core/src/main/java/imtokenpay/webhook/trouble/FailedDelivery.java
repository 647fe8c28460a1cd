package imtokenpay.webhook.trouble;

import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;

/// An event that its store was not told of yet, although that was tried.
///
/// @param attempts how often it was tried
public record FailedDelivery(WebhookEvent event, int attempts, Last last, Standing standing) {
    /// The last attempt, in the words that were kept of it.
    public record Last(Instant at, String outcome) {}

    /// How it goes on.
    public sealed interface Standing {
        /// It is tried again at that moment, or when what is before it has ended.
        record Waiting(Instant until) implements Standing {}

        /// It is given up, until a person wants it sent again.
        record Parked() implements Standing {}
    }
}
