package imtokenpay.store.crash;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.flow.watch.Look;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// One of several nodes on one database, as a process of its own. It looks at the chain once a tick if it may, and
/// delivers what is due. Everything that it does stands in the diary, where the one who ends or halts it looks.
public final class Member {
    /// How long a reading takes, so that something can happen within it.
    static final Duration READING = Duration.ofMillis(30);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Diary diary;
    private final StoreDatabase database;
    private final Node node;
    private int done;

    private Member(StoreDatabase database, Diary diary, World world, Duration lease) {
        this.diary = diary;
        this.database = database;
        var twist = new Node.Twist(leases -> shortened(leases, lease), this::noted);
        this.node = new Node(database, world, diary, new Death(diary, Death.Plan.immortal()), twist);
    }

    /// Lives until the diary says that the world has ended.
    ///
    /// @param arguments address of the database, folder of the diary, seed of the world, milliseconds of a lease
    public static void main(String[] arguments) {
        var diary = new Diary(Path.of(arguments[1]));
        try (var database = StoreDatabase.at(arguments[0], JdbcSeam.open())) {
            var lease = Duration.ofMillis(Long.parseLong(arguments[3]));
            var member = new Member(database, diary, new World(Long.parseLong(arguments[2])), lease);
            diary.note("joined", member.line(0));
            while (diary.notes("end").isEmpty()) {
                diary.notes("now").stream()
                        .reduce((first, last) -> last)
                        .ifPresent(tick -> member.live(Integer.parseInt(tick)));
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void live(int tick) {
        node.at(tick);
        if (done != tick && !tried(() -> look(tick))) {
            diary.note("refused", line(tick));
        }
        tried(node::deliver);
    }

    // As the timers do: what failed is tried again. A node that was halted within a transaction finds it ended.
    private boolean tried(Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException trouble) {
            diary.note("trouble", line(0) + " " + trouble);
            return false;
        }
    }

    private void look(int tick) {
        var look = node.lookOnce();
        if (look == Look.FAILED) {
            throw new IllegalStateException("the look failed");
        }
        if (isHolder()) {
            done = tick;
            diary.note("looked", line(tick));
        }
    }

    private boolean isHolder() {
        return database.query("select holder from chain_cursor where leased_until > current_timestamp")
                .contains(node.name());
    }

    // The tick, the process and the node's name.
    private String line(int tick) {
        return tick + " " + ProcessHandle.current().pid() + " " + node.name();
    }

    private static WatchLease shortened(WatchLease leases, Duration length) {
        return (chain, owner, usual) -> leases.acquire(chain, owner, length);
    }

    private ChainReader noted(ChainReader real) {
        return observed(real, () -> {
            diary.note("reading", line(diary.notes("now").size()));
            LockSupport.parkNanos(READING.toNanos());
        });
    }

    /// The same reader, which has something done after each reading.
    static ChainReader observed(ChainReader real, Runnable then) {
        var proxy = Proxy.newProxyInstance(
                Member.class.getClassLoader(), new Class<?>[] {ChainReader.class}, (self, method, arguments) -> {
                    try {
                        var answer = method.invoke(real, arguments);
                        if (method.getName().equals("read")) {
                            then.run();
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
        return (ChainReader) proxy;
    }
}
