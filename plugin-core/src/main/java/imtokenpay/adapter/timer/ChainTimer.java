package imtokenpay.adapter.timer;

import imtokenpay.chain.watch.Heads;
import imtokenpay.flow.Complaints;
import imtokenpay.flow.watch.WatchChain;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
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
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.lang.System.Logger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One chain of single-action timers per blockchain: each look arms the next, so that looks of one
/// chain never overlap, however slow a node is, and chains never wait for each other. Where new
/// blocks are told, they wake a look in between.
@Startup
@Singleton
@DependsOn("StartUp")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChainTimer {
    private static final Logger LOG = System.getLogger(ChainTimer.class.getName());
    // A node that fails is asked less often, but never so seldom that a shopper would notice once it is back.
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    // Only our own database is asked: a payment requested meanwhile is watched after this time.
    private static final Duration PAUSE_WHILE_IDLE = Duration.ofSeconds(1);
    // Payara lets no timer run out sooner than this unless it is told to, and a block is waited for in shorter steps.
    // So
    // one time-out makes several looks then, but not so many that it would hold its thread for good.
    private static final Duration TIMER_FLOOR = Duration.ofSeconds(1);
    private static final int LOOKS_MAX = 40;

    @Resource
    private @Nullable TimerService timers;

    @Inject
    private @Nullable WatchChain watch;

    @Inject
    private @Nullable WatchedChains chains;

    @Inject
    private @Nullable InstantSource clock;

    @Resource
    private @Nullable ManagedExecutorService executor;

    @Resource
    private @Nullable ContextService contexts;

    // A chain of timers goes on as long as its number is the one that stands here.
    private record Turn(String chain, long number) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    private record Looks(WatchedChain chain, Turn turn, Supplier<Duration> next) {}

    private final Map<String, Looks> looks = new ConcurrentHashMap<>();
    private final Map<String, Complaints> complaints = new ConcurrentHashMap<>();
    private final AtomicLong turns = new AtomicLong();

    @PostConstruct
    void start() {
        refresh();
    }

    /// Goes on with the chains that are watched now. Those that stay the same notice nothing.
    public synchronized void refresh() {
        var watched = Objects.requireNonNull(chains).all();
        looks.values().removeIf(known -> !watched.contains(known.chain()));
        for (var chain : watched) {
            var name = chain.reader().chain().text();
            if (!looks.containsKey(name)) {
                var turn = new Turn(name, turns.incrementAndGet());
                looks.put(name, new Looks(chain, turn, looks(chain)));
                arm(turn, Duration.ZERO);
            }
        }
    }

    @PreDestroy
    void stop() {
        Objects.requireNonNull(chains).all().forEach(chain -> chain.heads().close());
    }

    // Each makes one look, or finds that none is due, and answers when to come again.
    private Supplier<Duration> looks(WatchedChain chain) {
        Supplier<Duration> look = () -> look(chain);
        if (chain.heads() instanceof Heads.None) {
            return look;
        }
        var told = new ToldLooks(look, Objects.requireNonNull(clock), inOurContext(), ChainTimer::pause);
        chain.heads().listen(told::wake);
        return told::tick;
    }

    @Timeout
    void look(Timer timer) {
        var turn = (Turn) timer.getInfo();
        var looksOfChain = looks.get(turn.chain());
        if (looksOfChain == null || !looksOfChain.turn().equals(turn)) {
            // The network was taken away or exchanged meanwhile.
            return;
        }
        var rest = PAUSE_AFTER_FAILURE;
        try {
            rest = looksOfChain.next().get();
            for (var i = 0; i < LOOKS_MAX && rest.compareTo(TIMER_FLOOR) < 0; i++) {
                pause(rest);
                rest = looksOfChain.next().get();
            }
        } finally {
            arm(turn, rest);
        }
    }

    private Duration look(WatchedChain chain) {
        try {
            var look = Objects.requireNonNull(watch)
                    .look(chain, Objects.requireNonNull(chains).node());
            complaints(chain).well();
            return switch (look) {
                case READ -> chain.pace().rest(Objects.requireNonNull(clock).instant());
                case IDLE -> PAUSE_WHILE_IDLE;
                case FAILED -> PAUSE_AFTER_FAILURE;
            };
        } catch (RuntimeException ours) {
            // Our mistake or the database's trouble: all of it was rolled back. The chain of timers must not end here.
            complaints(chain).failed(ours);
            return PAUSE_AFTER_FAILURE;
        }
    }

    private Complaints complaints(WatchedChain chain) {
        var name = chain.reader().chain().text();
        return complaints.computeIfAbsent(
                name, text -> Complaints.in(LOG, text + ": the look failed and changed nothing; trying again"));
    }

    // Who is told of a block is a stranger to the server. So what a look needs is taken along from here.
    private Executor inOurContext() {
        var context = Objects.requireNonNull(contexts).currentContextExecutor();
        var threads = Objects.requireNonNull(executor);
        return task -> threads.execute(() -> context.execute(task));
    }

    private static void pause(Duration rest) {
        LockSupport.parkNanos(rest.toNanos());
    }

    private void arm(Turn turn, Duration pause) {
        Objects.requireNonNull(timers).createSingleActionTimer(pause.toMillis(), new TimerConfig(turn, false));
    }
}
