package imtokenpay.bench.report;

import java.util.List;
import java.util.stream.DoubleStream;

/// What one contender needed in all rounds, for one unit of work.
///
/// @param cpu nanoseconds of CPU a unit, one for each round, sorted
/// @param wall nanoseconds on the clock a unit, one for each round, sorted
public record Standing(String name, List<Double> cpu, List<Double> wall) {
    static Standing of(Contender contender, List<Cost> costs) {
        var units = (double) contender.units();
        return new Standing(
                contender.name(),
                sorted(costs.stream().mapToDouble(cost -> cost.cpuNanos() / units)),
                sorted(costs.stream().mapToDouble(cost -> cost.wallNanos() / units)));
    }

    /// The median of the CPU nanoseconds a unit.
    public double cpuMedian() {
        return cpu.get(cpu.size() / 2);
    }

    /// The median of the nanoseconds a unit.
    public double wallMedian() {
        return wall.get(wall.size() / 2);
    }

    private static List<Double> sorted(DoubleStream values) {
        return values.sorted().boxed().toList();
    }
}
