package imtokenpay.bench.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Clients that each do the next piece of work as soon as the one before is done.
final class Clients implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    Clients(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    /// Lets all of them work for so long; how many pieces a second they did.
    double rate(Duration time, Runnable work) {
        var begun = System.nanoTime();
        var end = begun + time.toNanos();
        var done = IntStream.range(0, count)
                .mapToObj(client -> CompletableFuture.supplyAsync(() -> until(end, work), threads))
                .toList()
                .stream()
                .mapToLong(CompletableFuture::join)
                .sum();
        return done * 1e9 / (System.nanoTime() - begun);
    }

    private static long until(long end, Runnable work) {
        var done = 0L;
        while (System.nanoTime() < end) {
            work.run();
            done++;
        }
        return done;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
