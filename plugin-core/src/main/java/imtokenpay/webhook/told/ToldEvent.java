package imtokenpay.webhook.told;

import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.Optional;

/// An event, and how far its delivery is.
///
/// @param attempts how often it was tried
/// @param last the last attempt; empty while there was none
public record ToldEvent(WebhookEvent event, int attempts, Optional<Last> last, Standing standing) {
    /// The last attempt, in the words that were kept of it.
    public record Last(Instant at, String outcome) {}

    /// How it goes on.
    public sealed interface Standing {
        /// It arrived.
        record Delivered() implements Standing {}

        /// It is tried at that moment, or when what is before it has ended.
        record Waiting(Instant until) implements Standing {}

        /// It is given up, until somebody wants it sent again.
        record GivenUp() implements Standing {}
    }
}
