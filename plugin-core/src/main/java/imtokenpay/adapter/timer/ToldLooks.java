package imtokenpay.adapter.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The looks at a chain whose new blocks are told: one when the timer finds it due, one at once when it is woken, but
/// never two at a time. However often it is woken during a look, one more follows.
final class ToldLooks {
    /// Between two looks that it is woken for: whoever wakes it without end costs no more than the quickest pace.
    static final Duration APART = LearntPace.STEP;
    /// How often the timer comes to see what is due: a rest that was long may turn out to be short.
    static final Duration TICK = Duration.ofSeconds(1);

    // Woken on and on, a thread is given back after so many; the timer goes on.
    private static final int LOOKS_MAX = 8;

    private final Supplier<Duration> look;
    private final InstantSource clock;
    private final Executor executor;
    private final Consumer<Duration> pause;
    private final Semaphore turn = new Semaphore(1);
    private final AtomicBoolean isWanted = new AtomicBoolean();
    private volatile Instant begun = Instant.MIN;
    private volatile Instant due = Instant.MIN;

    /// @param look looks once, and tells how long to rest afterwards; throws nothing
    /// @param executor runs the looks that it is woken for
    /// @param pause lets a thread wait
    ToldLooks(Supplier<Duration> look, InstantSource clock, Executor executor, Consumer<Duration> pause) {
        this.look = look;
        this.clock = clock;
        this.executor = executor;
        this.pause = pause;
    }

    /// Has a look made as soon as may be, by another thread.
    void wake() {
        if (isWanted.getAndSet(true)) {
            return;
        }
        try {
            executor.execute(this::lookWhileWanted);
        } catch (RejectedExecutionException busy) {
            // It stays wanted, and the timer comes soon.
            return;
        }
    }

    /// Looks if that is due or wanted; answers when to come again.
    Duration tick() {
        if (isDue()) {
            isWanted.set(true);
        }
        lookWhileWanted();
        var rest = Duration.between(clock.instant(), due);
        if (rest.isPositive()) {
            return rest.compareTo(TICK) < 0 ? rest : TICK;
        }
        return turn.availablePermits() == 0 ? TICK : Duration.ofMillis(1);
    }

    // Whoever leaves looks back, so that nobody is turned away at the door for good.
    private void lookWhileWanted() {
        for (var looks = 0; looks < LOOKS_MAX && isWanted.get() && turn.tryAcquire(); looks++) {
            try {
                keepApart();
                isWanted.set(false);
                begun = clock.instant();
                due = clock.instant().plus(look.get());
            } finally {
                turn.release();
            }
        }
    }

    private void keepApart() {
        var now = clock.instant();
        var soonest = begun.plus(APART).isBefore(due) ? begun.plus(APART) : due;
        if (!isDue() && soonest.isAfter(now)) {
            pause.accept(Duration.between(now, soonest));
        }
    }

    // Before the last look began, it must be that somebody set the clock back.
    private boolean isDue() {
        var now = clock.instant();
        return !now.isBefore(due) || now.isBefore(begun);
    }
}
