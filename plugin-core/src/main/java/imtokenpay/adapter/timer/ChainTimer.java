package imtokenpay.adapter.timer;

import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
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
import org.jspecify.annotations.Nullable;

/// One chain of single-action timers per blockchain: each look arms the next, so that looks of one chain never
/// overlap, however slow a node is, and chains never wait for each other.
@Startup
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChainTimer {
    private static final Logger LOG = System.getLogger(ChainTimer.class.getName());
    // A node that fails is asked less often, but never so seldom that a shopper would notice once it is back.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable WatchChain watch;

    @Inject
    private @Nullable WatchedChains chains;

    @PostConstruct
    void start() {
        for (var chain : Objects.requireNonNull(chains).all()) {
            arm(chain.reader().chain().text(), Duration.ZERO);
        }
    }

    @Timeout
    void look(Timer timer) {
        var name = (String) timer.getInfo();
        var chain = Objects.requireNonNull(chains).of(new ChainId(name));
        var succeeded = false;
        try {
            succeeded = Objects.requireNonNull(watch).look(chain.reader(), chains.node());
        } catch (RuntimeException ours) {
            // Our mistake or the database's trouble: all of it was rolled back. The chain of timers must not end here.
            LOG.log(Level.ERROR, name + ": the look failed and changed nothing; trying again", ours);
        } finally {
            arm(name, succeeded ? chain.pause() : chain.pause().plus(PAUSE_AFTER_FAILURE));
        }
    }

    private void arm(String chain, Duration pause) {
        Objects.requireNonNull(timers).createSingleActionTimer(pause.toMillis(), new TimerConfig(chain, false));
    }
}
