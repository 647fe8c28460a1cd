package imtokenpay.adapter.timer;

import imtokenpay.flow.rate.RefreshRates;
import imtokenpay.quote.live.RateBoard;
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
import java.io.Serializable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One chain of single-action timers per source of prices: each question arms the next, so that a
/// slow source delays no other and is never asked twice at once.
@Startup
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RateTimer {
    private static final Logger LOG = System.getLogger(RateTimer.class.getName());

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable RefreshRates refresh;

    @Inject
    private @Nullable RateBoard board;

    // A chain of timers goes on as long as its number is the newest.
    private record Turn(String source, long number) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private final AtomicLong turns = new AtomicLong();

    @PostConstruct
    void start() {
        refresh();
    }

    /// Asks the sources that are there now, at once.
    public void refresh() {
        var turn = turns.incrementAndGet();
        Objects.requireNonNull(board).sources().forEach(source -> arm(new Turn(source.name(), turn), Duration.ZERO));
    }

    @Timeout
    void ask(Timer timer) {
        var turn = (Turn) timer.getInfo();
        if (turn.number() != turns.get()) {
            return;
        }
        var name = turn.source();
        var known = Objects.requireNonNull(board);
        try {
            known.sources().stream()
                    .filter(source -> source.name().equals(name))
                    .forEach(Objects.requireNonNull(refresh)::refresh);
        } catch (RuntimeException ours) {
            // Our mistake: it must not end the chain of timers. What was known goes stale by itself.
            LOG.log(Level.ERROR, name + ": asking for prices failed and changed nothing; trying again", ours);
        } finally {
            arm(turn, known.rest());
        }
    }

    private void arm(Turn turn, Duration pause) {
        Objects.requireNonNull(timers).createSingleActionTimer(pause.toMillis(), new TimerConfig(turn, false));
    }
}
