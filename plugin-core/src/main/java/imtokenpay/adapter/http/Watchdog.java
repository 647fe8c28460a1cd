package imtokenpay.adapter.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Cuts off what takes longer than it may. A socket's own time-out begins anew with each byte, so a store that
/// trickles would outwit it.
final class Watchdog implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

    Watchdog() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /// One thing under watch, until this is closed.
    final class Watch implements AutoCloseable {
        private final Closeable watched;
        private final Future<?> bite;
        private volatile boolean over;

        private Watch(Closeable watched, long nanos) {
            this.watched = watched;
            this.bite = timer.schedule(this::bite, nanos, TimeUnit.NANOSECONDS);
        }

        /// Whether its time was up.
        boolean isOver() {
            return over;
        }

        @Override
        public void close() {
            bite.cancel(false);
        }

        private void bite() {
            over = true;
            shut(watched);
        }
    }

    /// Closes that when so much time has passed.
    Watch over(Closeable watched, long nanos) {
        return new Watch(watched, nanos);
    }

    /// Does that again and again.
    void every(Duration pause, Runnable work) {
        timer.scheduleWithFixedDelay(work, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Closes; what cannot be closed is closed already.
    static void shut(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException closedAlready) {
            // Nothing is left to do with it.
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
