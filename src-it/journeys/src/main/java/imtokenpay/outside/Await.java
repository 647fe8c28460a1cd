package imtokenpay.outside;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits by looking again until a deadline, so that nothing waits longer than it must or shorter than it should.
public final class Await {
    private static final Duration STEP = Duration.ofMillis(20);

    private Await() {}

    public static void until(String what, Duration limit, BooleanSupplier condition) {
        value(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    public static <T> T value(String what, Duration limit, Supplier<Optional<T>> look) {
        return value(what, limit, STEP, look);
    }

    /// The first value that `look` finds. A lost connection counts as nothing found.
    public static <T> T value(String what, Duration limit, Duration step, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + limit.toNanos();
        UncheckedIOException lost = null;
        do {
            try {
                Optional<T> found = look.get();
                if (found.isPresent()) {
                    return found.get();
                }
                lost = null;
            } catch (UncheckedIOException e) {
                lost = e;
            }
            LockSupport.parkNanos(step.toNanos());
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        throw overdue(what, limit, lost);
    }

    private static AssertionError overdue(String what, Duration limit, @Nullable UncheckedIOException lost) {
        String why = lost == null ? "" : " (last try: " + lost.getMessage() + ")";
        return new AssertionError("not within " + limit.toSeconds() + " s: " + what + why, lost);
    }
}
