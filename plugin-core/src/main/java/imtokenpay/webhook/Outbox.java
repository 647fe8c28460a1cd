package imtokenpay.webhook;

import java.time.Instant;
import java.util.List;

/// Events that wait to be delivered. Written in the same transaction as the change they tell of.
///
/// The events of one payment leave it in the order in which they happened: none before the ones before it are
/// delivered or parked.
public interface Outbox {
    /// Adds an event to be delivered at once.
    void announce(WebhookEvent event);

    /// The stores that have something due.
    List<String> waiting(Instant now);

    /// Takes deliveries of a store that are due, so that nobody else takes them before `until`.
    ///
    /// @param count 1 to 100
    List<Delivery> claim(String storeId, int count, Instant now, Instant until);

    /// Notes an attempt, and when the next one is due; no next one ends the delivery.
    void attempted(Delivery delivery, Attempt attempt, Next next);

    /// What follows an attempt.
    sealed interface Next {
        /// Try again at that moment.
        record Retry(Instant at) implements Next {}

        /// It arrived.
        record Delivered() implements Next {}

        /// It is given up. The event is kept, and not tried again by itself.
        record Parked() implements Next {}
    }
}
