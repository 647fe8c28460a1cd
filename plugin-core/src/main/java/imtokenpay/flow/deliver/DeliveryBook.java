package imtokenpay.flow.deliver;

import imtokenpay.flow.UseCase;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.RetrySchedule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/// Takes deliveries and notes what became of them, each in a short transaction of its own.
@UseCase
public class DeliveryBook {
    private static final int BATCH_MAX = 50;
    // Longer than the longest attempt (5 s to connect, 15 s to answer), so that nobody else takes a delivery that is
    // under way; if this node dies in between, the delivery comes again after it, with the same event id.
    private static final Duration CLAIM_LENGTH = Duration.ofSeconds(25);

    private final Outbox outbox;
    private final InstantSource clock;
    private final RandomGenerator random;

    @Inject
    public DeliveryBook(Outbox outbox, InstantSource clock, RandomGenerator random) {
        this.outbox = outbox;
        this.clock = clock;
        this.random = random;
    }

    /// The stores that something is due for.
    public List<String> waiting() {
        return outbox.waiting(clock.instant());
    }

    /// Takes a batch of a store's deliveries that are due.
    public List<Delivery> claim(String storeId) {
        var now = clock.instant();
        return outbox.claim(storeId, BATCH_MAX, now, now.plus(CLAIM_LENGTH));
    }

    /// Notes an attempt, and when the next one is due.
    public void attempted(Delivery delivery, Attempt attempt) {
        outbox.attempted(delivery, attempt, next(delivery, attempt));
    }

    private Next next(Delivery delivery, Attempt attempt) {
        if (attempt.isDelivered()) {
            return new Next.Delivered();
        }
        if (attempt.isUnwanted()) {
            return new Next.Parked();
        }
        return RetrySchedule.pauseAfter(delivery.attemptsBefore() + 1, attempt, random)
                .map(pause -> (Next) new Next.Retry(clock.instant().plus(pause)))
                .orElseGet(Next.Parked::new);
    }
}
