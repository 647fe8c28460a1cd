package imtokenpay.storefront.client;

import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentRefusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers what can be paid with, since a page asks for it several times while it is built. A "not available"
/// is remembered too, but shorter: else every page would wait for a plugin that is down.
///
/// One thread asks, and pages wait for it for a moment only: then they take the last answer.
final class PaymentMethods {

    /// How long a page waits for the plugin.
    static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration GOOD_FOR = Duration.ofSeconds(30);
    private static final Duration BAD_FOR = Duration.ofSeconds(5);
    private static final Duration USABLE_AFTERWARDS = Duration.ofMinutes(3);

    private final PluginCalls plugin;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Remembered remembered = new Remembered(PaymentMethod.unavailable(), Instant.MIN);
    private Asking asking = Asking.NONE;

    PaymentMethods(PluginCalls plugin, InstantSource clock) {
        this.plugin = plugin;
        this.clock = clock;
    }

    PaymentMethod now() {
        if (!remembered.fresh(clock.instant())) {
            asking().await();
        }
        return remembered.usable(clock.instant());
    }

    /// Whether the plugin answered lately.
    boolean reachable() {
        return now().available() && remembered.fresh(clock.instant());
    }

    /// The question that is under way; a new one if there is none.
    private Asking asking() {
        lock.lock();
        try {
            if (asking.over() && !remembered.fresh(clock.instant())) {
                asking = Asking.start(() -> remembered = ask());
            }
            return asking;
        } finally {
            lock.unlock();
        }
    }

    private Remembered ask() {
        try {
            PaymentMethod method = plugin.paymentMethod();
            return method.available() ? new Remembered(method, clock.instant().plus(GOOD_FOR)) : unavailable();
        } catch (PaymentRefusal noAnswer) {
            return unavailable();
        }
    }

    private Remembered unavailable() {
        return new Remembered(PaymentMethod.unavailable(), clock.instant().plus(BAD_FOR));
    }

    private record Remembered(PaymentMethod method, Instant until) {
        boolean fresh(Instant now) {
            return now.isBefore(until);
        }

        PaymentMethod usable(Instant now) {
            return now.isBefore(until.plus(USABLE_AFTERWARDS)) ? method : PaymentMethod.unavailable();
        }
    }

    /// @param patienceEnds when nobody waits for it any more, on the clock of `System.nanoTime`
    private record Asking(FutureTask<?> task, long patienceEnds) {

        static final Asking NONE = new Asking(new FutureTask<>(() -> {}, true), 0);

        static {
            NONE.task.run();
        }

        static Asking start(Runnable question) {
            FutureTask<?> task = new FutureTask<>(question, true);
            Thread.ofVirtual().name("imtoken-payment-method").start(task);
            return new Asking(task, System.nanoTime() + PATIENCE.toNanos());
        }

        boolean over() {
            return task.isDone();
        }

        void await() {
            try {
                task.get(Math.max(0, patienceEnds - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException stillAsking) {
                // The last answer has to do.
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
