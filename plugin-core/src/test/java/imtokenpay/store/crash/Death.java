package imtokenpay.store.crash;

import imtokenpay.store.JdbcSeam;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Ends the JVM at a named point, as a power cut would: no finally, no shutdown hook, no flush.
final class Death implements JdbcSeam {
    /// Stands for every point.
    static final String ANYWHERE = "anywhere";
    /// Not at a point but some time after the database was told to commit, while it does.
    static final String WITHIN_COMMIT = "within a commit";

    /// Not by itself at all: somebody else kills it, some time after it has lived through so many ticks.
    static final String FROM_OUTSIDE = "from outside";

    private static final int EXIT_CODE = 137;
    private static final int TICKS_MAX = 3;
    private static final int PATIENCE_MAX = 50;

    private final Diary diary;
    private final Plan plan;
    private final AtomicInteger met = new AtomicInteger();
    private final AtomicInteger ticks = new AtomicInteger();
    private final AtomicInteger patience;
    private final Set<String> points = ConcurrentHashMap.newKeySet();

    /// Where to die.
    ///
    /// @param count dies when it comes there for this time; 0 for never
    /// @param nanos how long after the commit began or the tick was over, if it is to be then; also how soon
    /// patience ends
    record Plan(String point, int count, long nanos) {
        boolean isFromOutside() {
            return point.equals(FROM_OUTSIDE);
        }

        static Plan immortal() {
            return new Plan(ANYWHERE, 0, 0);
        }
    }

    Death(Diary diary, Plan plan) {
        this.diary = diary;
        this.plan = plan;
        this.patience = new AtomicInteger(1 + (int) (plan.nanos() % PATIENCE_MAX));
    }

    /// A tick is over. Who has not met the planned point in three of them dies anywhere.
    void tickIsOver() {
        ticks.incrementAndGet();
    }

    /// A point is reached.
    void at(String point) {
        points.add(point);
        if ((plan.point().equals(ANYWHERE) || plan.point().equals(point)) && met.incrementAndGet() == plan.count()) {
            die(point);
        }
        if (plan.count() > 0 && !plan.isFromOutside() && ticks.get() >= TICKS_MAX && patience.decrementAndGet() == 0) {
            die(point);
        }
    }

    /// The points that were reached.
    Set<String> points() {
        return new TreeSet<>(points);
    }

    /// The same collection, with a point before and after each call.
    <T> T around(Class<T> port, T real) {
        var proxy = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
            var name = port.getSimpleName() + "." + method.getName();
            at("before " + name);
            try {
                var answer = method.invoke(real, arguments);
                at("after " + name);
                return answer;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
        return port.cast(proxy);
    }

    @Override
    public void before(Said said, Connection connection) {
        at("before the database is told: " + said);
        if (said == Said.COMMIT && plan.point().equals(WITHIN_COMMIT) && met.incrementAndGet() == plan.count()) {
            dieSoon();
        }
    }

    @Override
    public void after(Said said, Connection connection) {
        at("after the database answered: " + said);
    }

    private void dieSoon() {
        var begun = System.nanoTime();
        Thread.ofPlatform().start(() -> {
            while (System.nanoTime() - begun < plan.nanos()) {
                Thread.onSpinWait();
            }
            die(WITHIN_COMMIT);
        });
    }

    private void die(String point) {
        diary.death(point);
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
