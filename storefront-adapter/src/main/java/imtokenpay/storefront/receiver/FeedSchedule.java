package imtokenpay.storefront.receiver;

import imtokenpay.storefront.settings.Settings;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/// Has the feed read again and again for as long as the store runs, on a thread of its server.
public final class FeedSchedule {

    private static final System.Logger LOG = System.getLogger(FeedSchedule.class.getName());
    private static final String EXECUTOR = "java:comp/DefaultManagedScheduledExecutorService";

    private final Settings settings;
    private final FeedReader reader;
    private Optional<Future<?>> running = Optional.empty();

    public FeedSchedule(Settings settings, FeedReader reader) {
        this.settings = settings;
        this.reader = reader;
    }

    /// The first pass comes after one pause, when the plugin beside us has had time to start.
    synchronized void start() {
        if (!settings.ready()) {
            return;
        }
        reader.open();
        long pause = settings.times().feedPause().toSeconds();
        try {
            ManagedScheduledExecutorService executor = InitialContext.doLookup(EXECUTOR);
            running = Optional.of(executor.scheduleWithFixedDelay(reader::pass, pause, pause, TimeUnit.SECONDS));
        } catch (NamingException none) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "This server has no {0}: an event of imToken Pay whose webhook never arrives stays unknown.",
                    EXECUTOR);
        }
    }

    synchronized void stop() {
        running.ifPresent(future -> future.cancel(false));
    }
}
