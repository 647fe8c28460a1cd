package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the outbox promises, wherever it is kept.
public abstract class OutboxContract extends StoreContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant FAR = NOW.plus(Duration.ofDays(365));
    private static final Attempt FAILED = new Attempt(NOW, new Outcome.Answered(500));
    private static final Attempt ARRIVED = new Attempt(NOW, new Outcome.Answered(204));

    @Test
    void an_event_comes_out_as_it_went_in() {
        var body = "{\"好\":\"📚\"}" + "x".repeat(19_000);
        var event = new WebhookEvent(
                event(1).id(),
                "s".repeat(40),
                event(1).paymentId(),
                "payment.unresolved",
                new WebhookEvent.Content(NOW, body));
        commit(() -> shelf().outbox().announce(event));
        assertEquals(List.of(new Delivery(event, 0)), claim(1, NOW));
    }

    @Test
    void an_event_is_announced_once() {
        announce(1);
        assertThrows(RuntimeException.class, () -> announce(1));
        assertEquals(1, claim(100, FAR).size());
    }

    @Test
    void an_event_is_due_when_it_happens_and_the_oldest_comes_first() {
        announce(3, 1, 2);
        assertEquals(List.of(), claim(100, NOW));
        assertEquals(List.of(event(1)), events(claim(100, NOW.plusMillis(1))));
        assertEquals(List.of(event(2), event(3)), events(claim(100, NOW.plusMillis(3))));
    }

    @Test
    void no_more_are_claimed_than_were_asked_for() {
        announce(1, 2, 3);
        assertEquals(List.of(event(1), event(2)), events(claim(2, FAR)));
        assertEquals(List.of(event(3)), events(claim(2, FAR)));
        assertEquals(List.of(), claim(2, FAR));
    }

    @Test
    void a_claimed_event_comes_again_only_after_its_claim() {
        announce(1);
        var now = NOW.plusMillis(1);
        assertEquals(1, claim(100, now).size());
        assertEquals(List.of(), claim(100, now));
        assertEquals(List.of(), claim(100, now.plus(MINUTE).minusMillis(1)));
        assertEquals(List.of(new Delivery(event(1), 0)), claim(100, now.plus(MINUTE)));
    }

    @Test
    void a_failed_delivery_comes_again_at_its_time_and_counts_its_attempts() {
        announce(1);
        var retry = NOW.plusSeconds(5);
        attempted(claim(1, FAR).getFirst(), FAILED, new Next.Retry(retry));
        assertEquals(List.of(), claim(1, retry.minusMillis(1)));
        var second = claim(1, retry).getFirst();
        assertEquals(new Delivery(event(1), 1), second);
        attempted(second, new Attempt(NOW, new Outcome.Unreachable("no route")), new Next.Retry(retry));
        assertEquals(new Delivery(event(1), 2), claim(1, retry).getFirst());
    }

    @Test
    void a_delivered_event_never_comes_again() {
        announce(1);
        attempted(claim(1, FAR).getFirst(), ARRIVED, new Next.Delivered());
        assertEquals(List.of(), claim(100, FAR.plus(MINUTE)));
    }

    @Test
    void a_parked_event_does_not_come_by_itself() {
        announce(1);
        attempted(claim(1, FAR).getFirst(), FAILED, new Next.Parked());
        assertEquals(List.of(), claim(100, FAR.plus(MINUTE)));
    }

    @Test
    void an_attempt_that_ends_late_does_not_undo_a_delivery() {
        announce(1);
        var slow = claim(1, NOW.plusMillis(1)).getFirst();
        var second = claim(1, FAR).getFirst();
        attempted(second, ARRIVED, new Next.Delivered());
        attempted(slow, FAILED, new Next.Retry(NOW));
        assertEquals(List.of(), claim(100, FAR.plus(MINUTE)));
    }

    @Test
    void a_long_outcome_is_cut() {
        announce(1);
        var why = "📚".repeat(150).substring(1);
        attempted(claim(1, FAR).getFirst(), new Attempt(NOW, new Outcome.Unreachable(why)), new Next.Retry(NOW));
        assertEquals(1, claim(1, FAR).getFirst().attemptsBefore());
    }

    @Test
    void what_is_rolled_back_never_was() {
        announce(1);
        rollBack(() -> {
            shelf().outbox().announce(event(2));
            shelf().outbox().claim(100, FAR, FAR.plus(MINUTE));
        });
        var claimed = claim(100, FAR);
        assertEquals(List.of(event(1)), events(claimed));
        rollBack(() -> shelf().outbox().attempted(claimed.getFirst(), ARRIVED, new Next.Delivered()));
        assertEquals(List.of(new Delivery(event(1), 0)), claim(100, FAR.plus(MINUTE)));
    }

    private void announce(int... numbers) {
        commit(() -> {
            for (var number : numbers) {
                shelf().outbox().announce(event(number));
            }
        });
    }

    private List<Delivery> claim(int count, Instant now) {
        return ask(() -> shelf().outbox().claim(count, now, now.plus(MINUTE)));
    }

    private void attempted(Delivery delivery, Attempt attempt, Next next) {
        commit(() -> shelf().outbox().attempted(delivery, attempt, next));
    }

    private static List<WebhookEvent> events(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::event).toList();
    }
}
