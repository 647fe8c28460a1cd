package imtokenpay.adapter.timer;

import imtokenpay.flow.Complaints;
import imtokenpay.flow.count.KeepCounts;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every 20 seconds the hours are counted in which payments have changed, and one day is looked at whether it is
/// counted
/// right: all days of a year within two hours. Who asks for counts is told the truth without it, only later and later.
@Startup
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CountTimer {
    private static final Duration REST = Duration.ofSeconds(20);

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable KeepCounts counts;

    private Optional<Instant> place = Optional.empty();
    private final Complaints complaints = Complaints.in(
            System.getLogger(CountTimer.class.getName()),
            "payments could not be counted, so the dashboard counts more of them itself; trying again");

    @PostConstruct
    void start() {
        arm();
    }

    @Timeout
    void count(Timer timer) {
        try {
            var step = Objects.requireNonNull(counts);
            var isMore = true;
            while (isMore) {
                isMore = step.next();
            }
            place = step.review(place);
            complaints.well();
        } catch (RuntimeException ours) {
            // It must not end the chain of timers.
            complaints.failed(ours);
        } finally {
            arm();
        }
    }

    private void arm() {
        Objects.requireNonNull(timers).createSingleActionTimer(REST.toMillis(), new TimerConfig(null, false));
    }
}
