package imtokenpay.devnet.chain;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Ends processes that were started here.
public final class Stopping {
    private Stopping() {}

    /// Asks the process to end, and ends it when it has not after `limit`.
    public static void gently(Process process, Duration limit) {
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
