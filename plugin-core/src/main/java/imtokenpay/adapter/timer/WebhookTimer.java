package imtokenpay.adapter.timer;

import imtokenpay.flow.deliver.DeliveryLanes;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks into the outbox, and sets off whoever has something to carry from there.
@Startup
@Singleton
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class WebhookTimer {
    private static final Logger LOG = System.getLogger(WebhookTimer.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(250);

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable DeliveryLanes lanes;

    @PostConstruct
    void start() {
        arm(PAUSE);
    }

    @Timeout
    void deliver(Timer timer) {
        try {
            Objects.requireNonNull(lanes).start();
        } catch (RuntimeException ours) {
            LOG.log(Level.ERROR, "webhooks: the outbox could not be read; tried again", ours);
        } finally {
            arm(PAUSE);
        }
    }

    private void arm(Duration pause) {
        Objects.requireNonNull(timers).createSingleActionTimer(pause.toMillis(), new TimerConfig("webhooks", false));
    }
}
