package imtokenpay.flow.deliver;

import imtokenpay.flow.Pass;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// One lane for each store, so that a store that is slow or dead delays nobody but itself.
@Pass
public class DeliveryLanes {
    private static final Logger LOG = System.getLogger(DeliveryLanes.class.getName());

    private final DeliverWebhooks deliver;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    @Inject
    public DeliveryLanes(DeliverWebhooks deliver) {
        this.deliver = deliver;
    }

    /// Sets off a lane for each store that has something due and no lane under way, and does not wait for any.
    public void start() {
        for (var store : deliver.waiting()) {
            if (!threads.isShutdown() && busy.add(store)) {
                threads.execute(() -> empty(store));
            }
        }
    }

    /// Lets no lane begin another batch. What was claimed and not noted comes again when its claim has run out.
    @PreDestroy
    public void stop() {
        // Nobody is interrupted: a thread that is interrupted while H2 writes closes the database's file.
        threads.shutdown();
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
