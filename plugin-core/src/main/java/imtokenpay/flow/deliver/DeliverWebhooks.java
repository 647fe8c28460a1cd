package imtokenpay.flow.deliver;

import imtokenpay.flow.Pass;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.WebhookTransport;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;

/// Tells a store what waits for it in the outbox. One call takes one batch; [DeliveryLanes] repeats it.
@Pass
public class DeliverWebhooks {
    private static final Logger LOG = System.getLogger(DeliverWebhooks.class.getName());

    private final DeliveryBook book;
    private final WebhookEndpoints endpoints;
    private final WebhookTransport transport;
    private final InstantSource clock;

    @Inject
    public DeliverWebhooks(
            DeliveryBook book, WebhookEndpoints endpoints, WebhookTransport transport, InstantSource clock) {
        this.book = book;
        this.endpoints = endpoints;
        this.transport = transport;
        this.clock = clock;
    }

    /// The stores that something is due for.
    public List<String> waiting() {
        return book.waiting();
    }

    /// Delivers one batch of a store, all of it at the same time; of one payment, no two events are in a batch.
    ///
    /// @return whether there was anything to deliver
    public boolean deliver(String storeId) {
        var batch = book.claim(storeId);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.forEach(delivery -> threads.execute(() -> deliver(delivery)));
        }
        return !batch.isEmpty();
    }

    private void deliver(Delivery delivery) {
        try {
            attempt(delivery);
        } catch (RuntimeException | Error ours) {
            // Its claim runs out, and then it is tried again, with the same id.
            LOG.log(Level.ERROR, "webhook " + delivery.event().id() + ": the attempt could not be noted", ours);
        }
    }

    private void attempt(Delivery delivery) {
        var event = delivery.event();
        var attempt = endpoints
                .ofStore(event.storeId())
                .map(endpoint -> transport.post(endpoint, event, clock.instant()))
                .orElseGet(() -> new Attempt(
                        clock.instant(), new Attempt.Outcome.Unreachable("the store has no webhook endpoint")));
        if (!attempt.isDelivered()) {
            LOG.log(
                    Level.WARNING,
                    "webhook {0} ({1}) to store {2}: {3}",
                    event.id(),
                    event.type(),
                    event.storeId(),
                    attempt.outcome());
        }
        book.attempted(delivery, attempt);
    }
}
