package imtokenpay.adapter.timer;

import imtokenpay.flow.retain.ForgetPeople;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Once a day, what is to be forgotten is removed, batch after batch. Several nodes may do it at once: what one has
/// removed, the other does not find.
@Startup
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RetentionTimer {
    private static final Logger LOG = System.getLogger(RetentionTimer.class.getName());
    // Not at once: a start has enough to do.
    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofDays(1);

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable ForgetPeople forget;

    @PostConstruct
    void start() {
        if (Objects.requireNonNull(forget).isWanted()) {
            arm(FIRST);
        }
    }

    @Timeout
    void forget(Timer timer) {
        try {
            var step = Objects.requireNonNull(forget);
            for (var place = Optional.of(""); place.isPresent(); ) {
                place = step.next(place.get());
            }
        } catch (RuntimeException ours) {
            // It must not end the chain of timers. What was left is found tomorrow.
            LOG.log(Level.ERROR, "Forgetting what is told of people failed; trying again in a day", ours);
        } finally {
            arm(REST);
        }
    }

    private void arm(Duration pause) {
        Objects.requireNonNull(timers).createSingleActionTimer(pause.toMillis(), new TimerConfig(null, false));
    }
}
