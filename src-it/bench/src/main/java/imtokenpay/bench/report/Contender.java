package imtokenpay.bench.report;

import java.util.function.LongSupplier;

/// One of those who do the same work side by side.
///
/// @param work does it once; tells what it counted
/// @param truth what it must count
/// @param units how many units of work that is, to be comparable
public record Contender(String name, LongSupplier work, long truth, long units) {
    Cost runOnce() {
        return Cost.of(() -> {
            var counted = work.getAsLong();
            if (counted != truth) {
                throw new WrongCount(name + " counted " + counted + " instead of " + truth);
            }
        });
    }
}
