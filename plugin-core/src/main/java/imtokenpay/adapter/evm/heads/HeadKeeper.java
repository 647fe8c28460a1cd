package imtokenpay.adapter.evm.heads;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Keeps a connection as long as somebody waits for the chain: opens it again whenever it ends, and ends it itself when
/// no block was told for too long. Whatever else comes over it proves nothing.
final class HeadKeeper implements Runnable, HeadSocket.Ear {
    /// Makes a connection, and tells the socket what came of it.
    @FunctionalInterface
    interface Dial {
        void connect(HeadSocket socket);
    }

    /// Whoever wants to know how it goes.
    interface Report {
        void head();

        /// @param reason in words
        /// @param hadTold whether blocks had been told over that connection
        void lost(String reason, boolean hadTold);
    }

    private final Dial dial;
    private final Patience patience;
    private final BackOff backOff;
    private final Report report;
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile @Nullable HeadSocket socket;
    private volatile long deadline;
    // Only touched while a head is told, of which there is one at a time.
    private volatile long headAt;
    private volatile Duration slot = Duration.ZERO;

    HeadKeeper(Dial dial, Patience patience, BackOff backOff, Report report) {
        this.dial = dial;
        this.patience = patience;
        this.backOff = backOff;
        this.report = report;
    }

    @Override
    public void run() {
        try {
            while (!stop.await(backOff.pause().toNanos(), TimeUnit.NANOSECONDS)) {
                listen();
            }
        } catch (InterruptedException ended) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    /// Ends the connection and opens no other.
    void stop() {
        stop.countDown();
        var open = socket;
        if (open != null) {
            open.end().complete("nobody waits for the chain");
        }
    }

    /// The height that was told last over the connection that stands.
    OptionalLong told() {
        var open = socket;
        return open == null ? OptionalLong.empty() : open.told();
    }

    @Override
    public void subscribed() {
        deadline = System.nanoTime() + patience.head().toNanos();
    }

    @Override
    public void head(boolean isFirst) {
        var now = System.nanoTime();
        if (!isFirst) {
            // The last four or so count.
            var gap = Duration.ofNanos(now - headAt);
            slot = slot.isZero() ? gap : slot.multipliedBy(3).plus(gap).dividedBy(4);
        }
        headAt = now;
        deadline = now + patience.silence(slot).toNanos();
        report.head();
    }

    private void listen() throws InterruptedException {
        var begun = System.nanoTime();
        var opened = new HeadSocket(this);
        deadline = begun + patience.answer().toNanos();
        socket = opened;
        if (hasStopped()) {
            return;
        }
        dial.connect(opened);
        var reason = awaitEnd(opened);
        if (opened.hasTold() && System.nanoTime() - begun >= patience.head().toNanos()) {
            backOff.forget();
        }
        if (!hasStopped()) {
            backOff.failed();
            report.lost(reason, opened.hasTold());
        }
    }

    private String awaitEnd(HeadSocket opened) throws InterruptedException {
        while (true) {
            try {
                var left = Math.clamp(
                        deadline - System.nanoTime(), 0, patience.shortest().toNanos());
                return opened.end().get(left, TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                // Meanwhile something may have come that sets another time.
                if (deadline - System.nanoTime() <= 0) {
                    opened.end().complete("no block was told for too long");
                }
            } catch (ExecutionException never) {
                throw new IllegalStateException("an end has a reason", never);
            }
        }
    }

    private boolean hasStopped() {
        return stop.getCount() == 0;
    }
}
