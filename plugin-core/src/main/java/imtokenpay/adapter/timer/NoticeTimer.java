package imtokenpay.adapter.timer;

import imtokenpay.flow.Complaints;
import imtokenpay.flow.notice.KeepNotices;
import imtokenpay.flow.notice.LookForTrouble;
import imtokenpay.flow.notice.SendNotices;
import imtokenpay.flow.pending.TellPending;
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
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sends mail every five seconds, and once a minute looks for what is worth one. A mail server that is slow or down
/// keeps nothing else waiting.
@Startup
@Singleton
@DependsOn("SettingsTimer")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class NoticeTimer {
    private static final Logger LOG = System.getLogger(NoticeTimer.class.getName());
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int LOOK_EVERY = 12;

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable KeepNotices notices;

    @Inject
    private @Nullable TellPending pending;

    @Inject
    private @Nullable LookForTrouble look;

    @Inject
    private @Nullable SendNotices send;

    private final Complaints telling = Complaints.in(LOG, "People could not be told of changes that wait");
    private final Complaints looking = Complaints.in(LOG, "It could not be found out what people are to be told of");
    private final Complaints sending = Complaints.in(LOG, "A mail could not be sent; it is tried again later");
    // One timer at a time, each on a thread of its own.
    private volatile int turns;

    @PostConstruct
    void start() {
        if (Objects.requireNonNull(notices).isWanted()) {
            arm();
        }
    }

    @Timeout
    void turn(Timer timer) {
        turns = (turns + 1) % LOOK_EVERY;
        try {
            step(telling, Objects.requireNonNull(pending)::tellNew);
            step(looking, this::find);
            step(sending, Objects.requireNonNull(send)::send);
        } finally {
            arm();
        }
    }

    private void find() {
        if (turns == 0) {
            Objects.requireNonNull(look).look();
        }
    }

    private static void step(Complaints complaints, Runnable step) {
        try {
            step.run();
            complaints.well();
        } catch (RuntimeException wrong) {
            complaints.failed(wrong);
        }
    }

    private void arm() {
        Objects.requireNonNull(timers).createSingleActionTimer(REST.toMillis(), new TimerConfig(null, false));
    }
}
