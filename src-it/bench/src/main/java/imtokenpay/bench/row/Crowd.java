package imtokenpay.bench.row;

import imtokenpay.bench.chain.Key;
import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.report.Standing;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the rows share: who is paid, and a figure's parts.
final class Crowd {
    private Crowd() {}

    /// The orders' addresses as the peers compare them: 40 small digits.
    static Set<String> digits(Shape shape) {
        return IntStream.range(0, shape.orders())
                .mapToObj(order -> Key.ofOrder(order).text().substring(2))
                .collect(Collectors.toSet());
    }

    /// Microseconds of CPU a unit.
    static double micros(Standing standing) {
        return standing.cpuMedian() / 1_000;
    }

    /// Units a second on the clock.
    static double rate(Standing standing) {
        return 1e9 / standing.wallMedian();
    }
}
