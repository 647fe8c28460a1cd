package imtokenpay.devnet.paper.rpc;

import imtokenpay.devnet.paper.ledger.Ledger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Decides when blocks come: with every transaction, every so often, or only on demand.
public final class Miner implements AutoCloseable {
    private final Ledger ledger;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("paper-miner").factory());
    private @Nullable ScheduledFuture<?> rounds;
    private boolean automatic;

    /// @param every empty: a block with every transaction
    public Miner(Ledger ledger, Optional<Duration> every) {
        this.ledger = ledger;
        every.ifPresentOrElse(this::every, () -> automatic = true);
    }

    /// A transaction came in.
    synchronized void noticed() {
        if (automatic) {
            ledger.mine();
        }
    }

    synchronized boolean automatic() {
        return automatic;
    }

    /// Once it is switched on, what waits gets its block at once, and the timer rests.
    synchronized void automatic(boolean wanted) {
        if (wanted) {
            stop();
            ledger.mineWaiting();
        }
        automatic = wanted;
    }

    /// Blocks come every so often from now on; zero means only on demand.
    synchronized void every(Duration pause) {
        stop();
        automatic = false;
        if (!pause.isZero()) {
            long millis = pause.toMillis();
            rounds = timer.scheduleAtFixedRate(ledger::mine, millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void stop() {
        if (rounds != null) {
            rounds.cancel(false);
            rounds = null;
        }
    }
}
