package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.deliver.DeliverWebhooks;
import imtokenpay.flow.deliver.DeliveryBook;
import imtokenpay.flow.deliver.DeliveryLanes;
import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Stores are told side by side, on a real outbox: what one store does is no other store's matter.
@Tag("database")
public abstract class StoreFaults {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final int BATCH_MAX = 50;
    private static final int MORE_THAN_A_BATCH = 120;

    @Test
    void f16_a_shop_that_never_answers_delays_no_other_shop() throws InterruptedException {
        var transport = new SilentStore("dead");
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open())) {
            for (var i = 0; i < MORE_THAN_A_BATCH; i++) {
                announce(database, "dead", i);
            }
            announce(database, "alive", MORE_THAN_A_BATCH);
            var lanes = lanes(database, transport);
            try {
                lanes.start();
                assertTrue(transport.othersTold.await(10, TimeUnit.SECONDS), "the other store is told meanwhile");
                announce(database, "alive", MORE_THAN_A_BATCH + 1);
                transport.othersTold = new CountDownLatch(1);
                until(() -> {
                    lanes.start();
                    return transport.othersTold.getCount() == 0 && transport.underWay.get() >= BATCH_MAX;
                });
                assertEquals(BATCH_MAX, transport.underWay.get(), "no second batch while the first is under way");
            } finally {
                transport.answers.countDown();
                lanes.stop();
            }
        }
    }

    @Test
    void a_lane_goes_on_batch_by_batch_until_nothing_is_due() {
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), JdbcSeam.open())) {
            for (var i = 0; i < MORE_THAN_A_BATCH; i++) {
                announce(database, "alive", i);
            }
            var lanes = lanes(database, new SilentStore("dead"));
            lanes.start();
            until(() -> database.query("select count(*) from webhook_event where state = 'delivered'")
                    .equals(List.of(MORE_THAN_A_BATCH + "")));
            announce(database, "alive", MORE_THAN_A_BATCH);
            until(() -> {
                lanes.start();
                return database.query("select id from webhook_event where state = 'due'")
                        .isEmpty();
            });
            lanes.stop();
        }
    }

    private static DeliveryLanes lanes(StoreDatabase database, WebhookTransport transport) {
        return new DeliveryLanes(new DeliverWebhooks(
                new TransactionalBook(database.shelf()),
                StoreFaults::endpoint,
                transport,
                new WebhookMonitor() {},
                () -> NOW));
    }

    // As the timer does: again and again, for as long as it takes.
    private static void until(BooleanSupplier reached) {
        var giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!reached.getAsBoolean()) {
            assertTrue(System.nanoTime() < giveUp, "not reached within 30 s");
            Thread.onSpinWait();
        }
    }

    private static void announce(StoreDatabase database, String store, int number) {
        var payment = new PaymentId("pay_%026d".formatted(number));
        var content = new WebhookEvent.Content(NOW, "{}");
        var event = new WebhookEvent(WebhookEvent.idOf(payment, 1), store, payment, "payment.settled", content);
        database.shelf().transactions().run(() -> database.shelf().outbox().announce(event));
    }

    private static Optional<WebhookEndpoint> endpoint(String store) {
        var secret = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        return Optional.of(new WebhookEndpoint(store, URI.create("https://" + store + ".example/hook"), secret));
    }

    /// A transport by which one store does not answer before it is let.
    private static final class SilentStore implements WebhookTransport {
        final CountDownLatch answers = new CountDownLatch(1);
        final AtomicInteger underWay = new AtomicInteger();
        volatile CountDownLatch othersTold = new CountDownLatch(1);
        private final String silent;

        SilentStore(String silent) {
            this.silent = silent;
        }

        @Override
        public Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
            if (!endpoint.storeId().equals(silent)) {
                othersTold.countDown();
                return new Attempt(at, new Outcome.Answered(204));
            }
            underWay.incrementAndGet();
            try {
                answers.await();
                return new Attempt(at, new Outcome.Unreachable("timed out"));
            } catch (InterruptedException stopped) {
                return new Attempt(at, new Outcome.Unreachable("stopped"));
            }
        }
    }

    /// What the container does by annotation.
    private static final class TransactionalBook extends DeliveryBook {
        private final Transactions transactions;

        TransactionalBook(Shelf shelf) {
            super(shelf.outbox(), StoreFaults::endpoint, shelf.told().disabled(), () -> NOW, new SplittableRandom(0));
            this.transactions = shelf.transactions();
        }

        @Override
        public List<String> waiting() {
            return transactions.in(super::waiting);
        }

        @Override
        public List<Delivery> claim(String storeId) {
            return transactions.in(() -> super.claim(storeId));
        }

        @Override
        public void attempted(List<Tried> tried) {
            transactions.run(() -> super.attempted(tried));
        }
    }
}
