package imtokenpay.store.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/// Many who do something at the same moment.
final class Crowd {
    private static final int SECONDS_MAX = 60;

    private Crowd() {}

    /// Lets so many do it at once, and gives what each got. The first thing that goes wrong is thrown.
    static <T> List<T> of(int count, IntFunction<Callable<T>> task) {
        try (var threads = Executors.newFixedThreadPool(count)) {
            var start = new CyclicBarrier(count);
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < count; i++) {
                var one = task.apply(i);
                futures.add(threads.submit(() -> {
                    start.await(SECONDS_MAX, TimeUnit.SECONDS);
                    return one.call();
                }));
            }
            return futures.stream().map(Crowd::outcome).toList();
        }
    }

    private static <T> T outcome(Future<T> future) {
        try {
            return future.get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException wrong) {
            throw new AssertionError(wrong);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
