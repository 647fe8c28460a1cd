package imtokenpay.adapter.timer;

import imtokenpay.flow.Complaints;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.pending.TakeEffect;
import imtokenpay.flow.setup.FollowSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
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

/// Looks every second whether somebody has changed the settings, here or on another node, and has the
/// other timers go on
/// with what is in use then.
@Startup
@Singleton
@DependsOn({"ChainTimer", "RateTimer"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsTimer {
    private static final Logger LOG = System.getLogger(SettingsTimer.class.getName());
    private static final Duration REST = Duration.ofSeconds(1);

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable FollowSettings follow;

    @Inject
    private @Nullable TakeEffect effect;

    @Inject
    private @Nullable WatchMonitor monitor;

    @EJB
    private @Nullable ChainTimer chains;

    @EJB
    private @Nullable RateTimer rates;

    private final Complaints complaints =
            Complaints.in(LOG, "New settings could not be brought into use; those from before stay, trying again");
    private final Complaints waiting =
            Complaints.in(LOG, "A change whose time has come could not take effect; trying again");
    // One timer at a time, each on a thread of its own.
    private volatile long inUse;

    @PostConstruct
    void start() {
        inUse = Objects.requireNonNull(follow).follow();
        arm();
    }

    @Timeout
    void look(Timer timer) {
        bringAbout();
        try {
            var version = Objects.requireNonNull(follow).follow();
            if (version != inUse) {
                Objects.requireNonNull(chains).refresh();
                Objects.requireNonNull(rates).refresh();
                Objects.requireNonNull(monitor).arranged();
                inUse = version;
                LOG.log(Level.INFO, "Settings of version {0} are in use", String.valueOf(version));
            }
            complaints.well();
        } catch (RuntimeException wrong) {
            complaints.failed(wrong);
        } finally {
            arm();
        }
    }

    // Whatever keeps a change from taking effect keeps nobody from following those that did.
    private void bringAbout() {
        try {
            Objects.requireNonNull(effect).look();
            waiting.well();
        } catch (RuntimeException wrong) {
            waiting.failed(wrong);
        }
    }

    private void arm() {
        Objects.requireNonNull(timers).createSingleActionTimer(REST.toMillis(), new TimerConfig(null, false));
    }
}
