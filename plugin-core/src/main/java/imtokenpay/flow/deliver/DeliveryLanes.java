package imtokenpay.flow.deliver;

import imtokenpay.flow.Complaints;
import imtokenpay.flow.Pass;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// One lane for each store, so that a store that is slow or dead delays nobody but itself.
@Pass
public class DeliveryLanes {
    private static final Logger LOG = System.getLogger(DeliveryLanes.class.getName());

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DeliverWebhooks deliver;
    private final Complaints complaints = Complaints.in(LOG, "webhooks: the outbox could not be read; tried again");
    // Not the container's timer: Payara runs those once a second at most unless it is told otherwise.
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private volatile Executor surroundings = Runnable::run;

    @Inject
    public DeliveryLanes(DeliverWebhooks deliver) {
        this.deliver = deliver;
    }

    /// Looks into the outbox four times a second from now on.
    ///
    /// @param around runs what it is given at once, on the thread that calls, with what the database needs of the
    /// server
    /// that we run in; a thread of our own is a stranger there
    public void begin(Executor around) {
        surroundings = around;
        clockwork.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Sets off a lane for each store that has something due and no lane under way, and does not wait for any.
    public void start() {
        for (var store : deliver.waiting()) {
            if (!threads.isShutdown() && busy.add(store)) {
                threads.execute(() -> surroundings.execute(() -> empty(store)));
            }
        }
    }

    /// Lets no lane begin another batch. What was claimed and not noted comes again when its claim has run out.
    @PreDestroy
    public void stop() {
        // Nobody is interrupted: a thread that is interrupted while H2 writes closes the database's file.
        clockwork.shutdown();
        threads.shutdown();
    }

    private void look() {
        try {
            surroundings.execute(this::start);
            complaints.well();
        } catch (RuntimeException | Error ours) {
            complaints.failed(ours);
        }
    }

    private void empty(String store) {
        try {
            while (!threads.isShutdown() && deliver.deliver(store)) {
                // The next batch at once.
            }
        } catch (RuntimeException | Error ours) {
            LOG.log(
                    Level.ERROR,
                    "webhooks of store " + store + ": a batch failed; what was not noted comes again",
                    ours);
        } finally {
            busy.remove(store);
        }
    }
}
