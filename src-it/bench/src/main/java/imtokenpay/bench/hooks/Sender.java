package imtokenpay.bench.hooks;

import imtokenpay.adapter.http.AddressGuard;
import imtokenpay.adapter.http.HttpWebhookTransport;
import imtokenpay.flow.deliver.DeliverWebhooks;
import imtokenpay.flow.deliver.DeliveryBook;
import imtokenpay.flow.deliver.DeliveryLanes;
import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.payment.PaymentId;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Signature;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.WebhookEvent;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The plugin's part that tells stores, on a database of its own.
final class Sender implements AutoCloseable {
    // As long as what a payment's event says.
    private static final String BODY = "{\"type\":\"payment.settled\",\"data\":\"" + "x".repeat(1_000) + "\"}";

    private final InstantSource clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    private final StoreDatabase database;
    private final HttpWebhookTransport transport = new HttpWebhookTransport(new AddressGuard(List.of()));
    private final DeliveryLanes lanes;

    Sender(Path folder, Receiver receiver) {
        database = StoreDatabase.at(StoreDatabase.h2File(folder), JdbcSeam.open());
        var secret = Signature.Secret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        WebhookEndpoints endpoints = store -> Optional.of(new WebhookEndpoint(store, receiver.address(store), secret));
        lanes = new DeliveryLanes(new DeliverWebhooks(
                new Book(database.shelf(), endpoints, clock), endpoints, transport, new WebhookMonitor() {}, clock));
    }

    void begin() {
        lanes.begin(Runnable::run);
    }

    /// Commits events of a store, each of a payment of its own.
    void announce(String store, int first, int count) {
        database.shelf()
                .transactions()
                .run(() -> IntStream.range(first, first + count)
                        .forEach(number -> database.shelf().outbox().announce(event(store, number))));
    }

    static String id(String store, int number) {
        return WebhookEvent.idOf(payment(store, number), 1);
    }

    /// How many events are delivered, as the database says.
    int delivered() {
        return Integer.parseInt(database.query("select count(*) from webhook_event where state = 'delivered'")
                .getFirst());
    }

    @Override
    public void close() {
        lanes.stop();
        transport.close();
        database.close();
    }

    private WebhookEvent event(String store, int number) {
        var content = new WebhookEvent.Content(clock.instant(), BODY);
        return new WebhookEvent(id(store, number), store, payment(store, number), "payment.settled", content);
    }

    private static PaymentId payment(String store, int number) {
        return new PaymentId("pay_%08d%018d".formatted(Math.floorMod(store.hashCode(), 100_000_000), number));
    }

    /// What the container does by annotation.
    private static final class Book extends DeliveryBook {
        private final Shelf shelf;

        Book(Shelf shelf, WebhookEndpoints endpoints, InstantSource clock) {
            super(shelf.outbox(), endpoints, shelf.told().disabled(), clock, new SecureRandom());
            this.shelf = shelf;
        }

        @Override
        public List<String> waiting() {
            return shelf.transactions().in(super::waiting);
        }

        @Override
        public List<Delivery> claim(String storeId) {
            return shelf.transactions().in(() -> super.claim(storeId));
        }

        @Override
        public void attempted(List<Tried> tried) {
            shelf.transactions().run(() -> super.attempted(tried));
        }
    }
}
