package imtokenpay.adapter.evm.pace;

import imtokenpay.adapter.evm.rpc.Refused;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Has several requests to one node on their way at once: far behind the head, waiting for answers one by one is what
/// takes the time.
public final class InFlight {
    private static final int REQUESTS_MAX = 4;
    private static final int REFUSALS_MAX = 12;

    private final Semaphore places = new Semaphore(REQUESTS_MAX);

    /// An answer and how long it was.
    public record Part<T>(T value, long bytes) {}

    /// A question for some blocks.
    @FunctionalInterface
    public interface Ask<T> {
        /// @param strand which of several that are asked for each block, from 0
        Part<T> about(int strand, Range part);
    }

    private record Piece(int strand, Range part) {}

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
        ask(pieces(1, whole, length), length, (strand, part) -> ask.apply(part), REFUSALS_MAX)
                .forEach((piece, answer) -> answers.put(piece.part().from(), answer));
        return List.copyOf(answers.values());
    }

    /// Asks one question or several for each block of a range, in parts as above. While it is not known that the node
    /// takes parts of that length, one of them tries it before the others. Of several none is cut: what a node that
    /// refuses is asked would be as many times more.
    ///
    /// @throws imtokenpay.adapter.evm.rpc.Refused if several questions are asked and any is refused
    /// @throws ChainUnavailable if any part cannot be had
    public <T> void inStrands(int strands, Range whole, RangeLength length, Ask<T> ask) {
        var pieces = pieces(strands, whole, length);
        for (var round = 0; pieces.size() > 1 && !length.isProven(); round++) {
            var first = pieces.getFirst();
            var isLast = strands > 1 || round == REFUSALS_MAX;
            if (inPlace(() -> attempt(first, length, ask, isLast)).isPresent()) {
                pieces = pieces.subList(1, pieces.size());
                break;
            }
            pieces = pieces(strands, whole, length);
        }
        ask(pieces, length, ask, strands > 1 ? 0 : REFUSALS_MAX);
    }

    private static List<Piece> pieces(int strands, Range whole, RangeLength length) {
        return whole.parts(length.blocks()).stream()
                .flatMap(part -> IntStream.range(0, strands).mapToObj(strand -> new Piece(strand, part)))
                .toList();
    }

    private <T> Map<Piece, T> ask(List<Piece> pieces, RangeLength length, Ask<T> ask, int refusalsMax) {
        var answers = new HashMap<Piece, T>();
        var open = pieces;
        for (var round = 0; !open.isEmpty(); round++) {
            var last = round == refusalsMax;
            var asked = open;
            var outcomes = all(asked.stream()
                    .<Supplier<Optional<T>>>map(piece -> () -> attempt(piece, length, ask, last))
                    .toList());
            var refused = new ArrayList<Piece>();
            for (var i = 0; i < asked.size(); i++) {
                var piece = asked.get(i);
                outcomes.get(i).ifPresent(answer -> answers.put(piece, answer));
                if (outcomes.get(i).isEmpty()) {
                    piece.part().parts(length.blocks()).forEach(part -> refused.add(new Piece(piece.strand(), part)));
                }
            }
            open = refused;
        }
        return answers;
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

    private static <T> Optional<T> attempt(Piece piece, RangeLength length, Ask<T> ask, boolean isLast) {
        var part = piece.part();
        try {
            var answer = ask.about(piece.strand(), part);
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
