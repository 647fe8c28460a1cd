package imtokenpay.bench.report;

import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/// One of those who do the same work side by side.
///
/// @param work does it once; tells what it counted
/// @param truth what it must count
/// @param units how many units of work that is, to be comparable
public record Contender(String name, LongSupplier work, long truth, long units) {
    /// The same that does it so many times a round: the clock of CPU time ticks every 10 ms, and what is short is not
    /// measured by it.
    public Contender times(int times) {
        return new Contender(name, () -> LongStream.generate(work).limit(times).sum(), times * truth, times * units);
    }

    Cost runOnce() {
        return Cost.of(() -> {
            var counted = work.getAsLong();
            if (counted != truth) {
                throw new WrongCount(name + " counted " + counted + " instead of " + truth);
            }
        });
    }
}
