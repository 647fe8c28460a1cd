package imtokenpay.adapter.evm.pace;

import imtokenpay.adapter.evm.rpc.Refused;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// Has several requests to one node on their way at once: far behind the head, waiting for answers one by one is what
/// takes the time.
public final class InFlight {
    private static final int REQUESTS_MAX = 4;
    private static final int REFUSALS_MAX = 12;

    private final Semaphore places = new Semaphore(REQUESTS_MAX);

    /// An answer and how long it was.
    public record Part<T>(T value, long bytes) {}

    /// How many requests may be on their way at once.
    public static int width() {
        return REQUESTS_MAX;
    }

    /// Asks for a range in parts of the learnt length; what is refused is cut anew and asked again.
    ///
    /// @return the answers in the order of their blocks
    /// @throws ChainUnavailable if any part cannot be had
    public <T> List<T> inParts(Range whole, RangeLength length, Function<Range, Part<T>> ask) {
        var answers = new TreeMap<Long, T>();
        var open = whole.parts(length.blocks());
        for (var round = 0; !open.isEmpty(); round++) {
            var last = round == REFUSALS_MAX;
            var parts = open;
            var outcomes = all(parts.stream()
                    .<Supplier<Optional<T>>>map(part -> () -> attempt(part, length, ask, last))
                    .toList());
            open = new ArrayList<>();
            for (var i = 0; i < parts.size(); i++) {
                var part = parts.get(i);
                outcomes.get(i).ifPresent(answer -> answers.put(part.from(), answer));
                if (outcomes.get(i).isEmpty()) {
                    open.addAll(part.parts(length.blocks()));
                }
            }
        }
        return List.copyOf(answers.values());
    }

    /// Does all of that at once, as far as there is room.
    ///
    /// @return the results in the order of the tasks
    /// @throws ChainUnavailable if any fails; the others are stopped then
    public <T> List<T> all(List<Supplier<T>> tasks) {
        if (tasks.size() == 1) {
            return List.of(inPlace(tasks.getFirst()));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = tasks.stream()
                    .map(task -> threads.submit(() -> inPlace(task)))
                    .toList();
            try {
                return running.stream().map(InFlight::result).toList();
            } finally {
                running.forEach(task -> task.cancel(true));
            }
        }
    }

    private static <T> Optional<T> attempt(
            Range part, RangeLength length, Function<Range, Part<T>> ask, boolean isLast) {
        try {
            var answer = ask.apply(part);
            length.answered(part.blocks(), answer.bytes());
            return Optional.of(answer.value());
        } catch (Refused refusal) {
            length.refused(part.blocks(), refusal);
            if (isLast || part.blocks() == 1) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    private <T> T inPlace(Supplier<T> task) {
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", stopped);
        }
        try {
            return task.get();
        } finally {
            places.release();
        }
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ChainUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", stopped);
        }
    }
}
