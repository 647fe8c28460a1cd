package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.retain.ForgetPeople;
import imtokenpay.flow.retain.Retention;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentRequest.References;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.feed.FeedCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is forgotten of people, and what is not of money.
public abstract class RetentionContract extends StoreContract {
    private static final Duration DAYS = Duration.ofDays(60);
    // Payments that are kept here change at the machine's own time.
    private static final Instant LONG_AFTER = Instant.now().plus(DAYS).plus(Duration.ofDays(1));

    @Test
    void what_is_told_of_people_goes_and_what_is_told_of_money_stays() {
        var payment = added(standing(payment("order"), PaymentStatus.SETTLED));
        forget(LONG_AFTER);
        var request = payment.origin().request();
        var bare = new PaymentRequest(
                "order", request.price(), request.assetId(), new PaymentRequest.Wording("", ""), References.NONE);
        var origin = new Payment.Origin("books", bare, payment.origin().quote());
        var expected = new Payment(payment.id(), origin, payment.receiver(), payment.terms(), payment.standing());
        assertEquals(expected, kept(payment));
    }

    @Test
    void only_what_has_ended_and_stays_so_is_forgotten() {
        var ended = Set.of(PaymentStatus.SETTLED, PaymentStatus.EXPIRED, PaymentStatus.CANCELLED, PaymentStatus.CLOSED);
        var payments = Arrays.stream(PaymentStatus.values())
                .map(status -> added(standing(payment(status.word()), status)))
                .toList();
        forget(LONG_AFTER);
        for (var payment : payments) {
            assertEquals(
                    ended.contains(payment.status()),
                    kept(payment).origin().request().references().equals(References.NONE),
                    payment.status().word());
        }
    }

    @Test
    void nothing_is_forgotten_before_its_time_or_without_one() {
        var payment = added(standing(payment("order"), PaymentStatus.SETTLED));
        forget(Instant.now().plus(DAYS).minusSeconds(60));
        assertEquals(payment, kept(payment));
        var never =
                new ForgetPeople(shelf().money().books().texts(), new Retention(Optional.empty()), () -> LONG_AFTER);
        assertFalse(never.isWanted());
        assertEquals(Optional.empty(), ask(() -> never.next("")));
        assertEquals(payment, kept(payment));
    }

    @Test
    void events_lose_the_stores_mark_and_nothing_else() {
        var payment = added(standing(payment("order"), PaymentStatus.SETTLED));
        var other = added(standing(payment("other"), PaymentStatus.AWAITING));
        var body = "{\"data\":{\"orderRef\":\"client-7\",\"clientReference\":\"client-7\",\"x\":\"好\"}}";
        announce(payment, body);
        announce(other, body);
        forget(LONG_AFTER);
        var bodies = ask(() -> shelf().feed().after("books", FeedCursor.START, 100)).orElseThrow().events().stream()
                .map(event -> event.content().body())
                .toList();
        assertEquals(
                Set.of(body, body.replace("\"clientReference\":\"client-7\"", "\"clientReference\":\"\"")),
                Set.copyOf(bodies));
    }

    @Test
    void however_many_there_are_all_are_forgotten_batch_by_batch() {
        var payments = IntStream.range(0, 7)
                .mapToObj(i -> added(standing(payment("order" + i), PaymentStatus.EXPIRED)))
                .toList();
        var texts = shelf().money().books().texts();
        var batches = 0;
        for (var place = Optional.of(""); place.isPresent(); batches++) {
            var after = place.get();
            place = ask(() -> texts.remove(LONG_AFTER, after, 3));
        }
        assertEquals(4, batches);
        assertTrue(payments.stream()
                .allMatch(
                        payment -> kept(payment).origin().request().references().equals(References.NONE)));
        assertEquals(Optional.empty(), ask(() -> texts.remove(LONG_AFTER, "", 3)), "nothing is done twice");
    }

    private void forget(Instant now) {
        var forget = new ForgetPeople(shelf().money().books().texts(), new Retention(Optional.of(DAYS)), () -> now);
        for (var place = Optional.of(""); place.isPresent(); ) {
            var after = place.get();
            place = ask(() -> forget.next(after));
        }
    }

    private void announce(Payment payment, String body) {
        var id = WebhookEvent.idOf(payment.id(), 1);
        var content = new WebhookEvent.Content(NOW, body);
        commit(() ->
                shelf().outbox().announce(new WebhookEvent(id, "books", payment.id(), "payment.settled", content)));
    }

    private Payment added(Payment payment) {
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private Payment kept(Payment payment) {
        return ask(() -> shelf().payments().byId(payment.id())).orElseThrow();
    }
}
