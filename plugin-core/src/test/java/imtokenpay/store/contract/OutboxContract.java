package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.event;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the outbox promises, wherever it is kept.
public abstract class OutboxContract extends StoreContract {
    private static final PaymentId PAYMENT = new PaymentId("pay_ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant FAR = NOW.plus(Duration.ofDays(365));
    private static final Attempt FAILED = new Attempt(NOW, new Outcome.Answered(500));
    private static final Attempt ARRIVED = new Attempt(NOW, new Outcome.Answered(204));

    @Test
    void an_event_comes_out_as_it_went_in() {
        var body = "{\"好\":\"📚\"}" + "x".repeat(19_000);
        var event = new WebhookEvent(
                event(1).id(),
                "books",
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
    void a_store_is_given_its_own_events_only() {
        var others = of("s".repeat(40), PAYMENT, 9);
        announce(1);
        commit(() -> shelf().outbox().announce(others));
        assertEquals(List.of(), ask(() -> shelf().outbox().waiting(NOW)));
        assertEquals(
                Set.of("books", others.storeId()),
                Set.copyOf(ask(() -> shelf().outbox().waiting(FAR))));
        assertEquals(List.of(event(1)), events(claim(100, FAR)));
        assertEquals(List.of(others.storeId()), ask(() -> shelf().outbox().waiting(FAR)));
    }

    @Test
    void an_event_waits_until_the_one_before_it_is_delivered() {
        announceOfOnePayment(9, 10, 11);
        var first = claim(100, FAR);
        assertEquals(List.of(of("books", PAYMENT, 9)), events(first));
        assertEquals(List.of(), claim(100, FAR), "one that is under way is not delivered yet");
        attempted(first.getFirst(), ARRIVED, new Next.Delivered());
        var second = claim(100, FAR);
        assertEquals(List.of(of("books", PAYMENT, 10)), events(second));
        attempted(second.getFirst(), ARRIVED, new Next.Delivered());
        assertEquals(List.of(of("books", PAYMENT, 11)), events(claim(100, FAR)));
    }

    @Test
    void an_event_waits_as_long_as_the_one_before_it_is_tried_again_and_no_longer() {
        announceOfOnePayment(1, 2);
        announce(5);
        var now = NOW.plusSeconds(1);
        var retry = now.plus(Duration.ofHours(24));
        attempted(claim(1, now).getFirst(), FAILED, new Next.Retry(retry));
        var others = claim(100, now);
        assertEquals(List.of(event(5)), events(others), "another payment's goes on");
        attempted(others.getFirst(), ARRIVED, new Next.Delivered());
        assertEquals(List.of(), claim(100, now));
        var again = claim(100, retry).getFirst();
        assertEquals(new Delivery(of("books", PAYMENT, 1), 1), again);
        attempted(again, new Attempt(retry, new Outcome.Answered(204)), new Next.Delivered());
        assertEquals(List.of(of("books", PAYMENT, 2)), events(claim(1, retry)));
    }

    @Test
    void an_event_whose_predecessor_is_parked_goes_on() {
        announceOfOnePayment(1, 2);
        attempted(claim(1, FAR).getFirst(), FAILED, new Next.Parked());
        assertEquals(List.of(of("books", PAYMENT, 2)), events(claim(100, FAR)));
    }

    @Test
    void what_is_rolled_back_never_was() {
        announce(1);
        rollBack(() -> {
            shelf().outbox().announce(event(2));
            shelf().outbox().claim("books", 100, FAR, FAR.plus(MINUTE));
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

    private void announceOfOnePayment(int... sequences) {
        for (var sequence : sequences) {
            commit(() -> shelf().outbox().announce(of("books", PAYMENT, sequence)));
        }
    }

    private static WebhookEvent of(String store, PaymentId payment, int sequence) {
        var content = new WebhookEvent.Content(NOW.plusMillis(1), "{}");
        return new WebhookEvent(WebhookEvent.idOf(payment, sequence), store, payment, "payment.settled", content);
    }

    private List<Delivery> claim(int count, Instant now) {
        return ask(() -> shelf().outbox().claim("books", count, now, now.plus(MINUTE)));
    }

    private void attempted(Delivery delivery, Attempt attempt, Next next) {
        commit(() -> shelf().outbox().attempted(delivery, attempt, next));
    }

    private static List<WebhookEvent> events(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::event).toList();
    }
}
