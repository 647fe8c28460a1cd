package imtokenpay.flow.deliver;

import imtokenpay.flow.Pass;
import imtokenpay.flow.deliver.DeliveryBook.Tried;
import imtokenpay.flow.monitor.WebhookMonitor;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.WebhookTransport;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Tells a store what waits for it in the outbox. One call takes one batch; [DeliveryLanes] repeats it.
@Pass
public class DeliverWebhooks {
    private static final Logger LOG = System.getLogger(DeliverWebhooks.class.getName());

    private final DeliveryBook book;
    private final WebhookEndpoints endpoints;
    private final WebhookTransport transport;
    private final WebhookMonitor monitor;
    private final InstantSource clock;

    @Inject
    public DeliverWebhooks(
            DeliveryBook book,
            WebhookEndpoints endpoints,
            WebhookTransport transport,
            WebhookMonitor monitor,
            InstantSource clock) {
        this.book = book;
        this.endpoints = endpoints;
        this.transport = transport;
        this.monitor = monitor;
        this.clock = clock;
    }

    /// The stores that something is due for.
    public List<String> waiting() {
        return book.waiting();
    }

    /// Delivers one batch of a store, all of it at the same time; of one payment, no two events are in a batch. What
    /// has ended is noted at once, all of it that has ended meanwhile in one go: a commit costs more than a call.
    ///
    /// @return whether there was anything to deliver
    public boolean deliver(String storeId) {
        var batch = book.claim(storeId);
        var ended = new LinkedBlockingQueue<List<Tried>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.forEach(delivery -> threads.execute(() -> ended.add(deliver(delivery))));
            for (var left = batch.size(); left > 0; ) {
                var some = new ArrayList<List<Tried>>();
                some.add(ended.take());
                ended.drainTo(some);
                left -= some.size();
                note(some.stream().flatMap(List::stream).toList());
            }
        } catch (InterruptedException stopped) {
            // What was not noted comes again when its claim has run out.
            Thread.currentThread().interrupt();
        }
        return !batch.isEmpty();
    }

    private List<Tried> deliver(Delivery delivery) {
        try {
            return List.of(new Tried(delivery, attempt(delivery)));
        } catch (RuntimeException | Error ours) {
            // Its claim runs out, and then it is tried again, with the same id.
            LOG.log(Level.ERROR, "webhook " + delivery.event().id() + ": the attempt broke off", ours);
            return List.of();
        }
    }

    private void note(List<Tried> tried) {
        try {
            book.attempted(tried);
            tried.forEach(one -> monitor.attempted(one.attempt()));
        } catch (RuntimeException | Error ours) {
            if (tried.size() > 1) {
                // One of them may be to blame; the others must not come again for it.
                tried.forEach(one -> note(List.of(one)));
            } else {
                LOG.log(Level.ERROR, "webhook " + ids(tried) + ": the attempt could not be noted", ours);
            }
        }
    }

    private static List<String> ids(List<Tried> tried) {
        return tried.stream().map(one -> one.delivery().event().id()).toList();
    }

    private Attempt attempt(Delivery delivery) {
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
        return attempt;
    }
}
