package imtokenpay.devnet.rpc;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for something another process will do, and says what did not happen when it does not.
public final class Deadline {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Deadline() {}

    /// Asks until there is an answer.
    ///
    /// @throws IllegalStateException when `limit` has passed; its text names `what`
    public static <T> T await(String what, Duration limit, Supplier<Optional<T>> probe) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = probe.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(
                        "Waited " + limit.toSeconds() + " s for " + what + ", but it did not happen.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// Asks until the answer is yes.
    public static void until(String what, Duration limit, BooleanSupplier probe) {
        await(what, limit, () -> probe.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }
}
