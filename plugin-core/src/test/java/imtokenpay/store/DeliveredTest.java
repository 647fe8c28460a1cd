package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Outbox.Next;
import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the admin is told of a delivery that two workers had in hand, the first of them too slowly.
class DeliveredTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final Attempt ARRIVED = new Attempt(NOW, new Outcome.Answered(204));
    private static final Attempt UNWANTED = new Attempt(NOW, new Outcome.Answered(410));

    @Test
    void on_h2_an_attempt_that_ends_late_does_not_park_a_delivery() {
        deliveredStaysDelivered(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_an_attempt_that_ends_late_does_not_park_a_delivery() {
        deliveredStaysDelivered(StoreDatabase.postgres());
    }

    private static void deliveredStaysDelivered(String address) {
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            var outbox = database.shelf().outbox();
            var transactions = database.shelf().transactions();
            var payment = new PaymentId("pay_0123456789ABCDEFGHJKMNPQRS");
            transactions.run(() -> outbox.announce(new WebhookEvent(
                    "evt_1", "books", payment, "payment.settled", new WebhookEvent.Content(NOW, "{}"))));
            var slow = transactions.in(() -> outbox.claim("books", 1, NOW, NOW)).getFirst();
            var quick =
                    transactions.in(() -> outbox.claim("books", 1, NOW, NOW)).getFirst();
            transactions.run(() -> outbox.attempted(quick, ARRIVED, new Next.Delivered()));
            transactions.run(() -> outbox.attempted(slow, UNWANTED, new Next.Parked()));
            assertEquals(List.of("delivered 2"), database.query("select state, attempts from webhook_event"));
        }
    }
}
