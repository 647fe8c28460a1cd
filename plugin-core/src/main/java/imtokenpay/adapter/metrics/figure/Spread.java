package imtokenpay.adapter.metrics.figure;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// How times are spread: a histogram with bounds of our own. Payara's (6.2025.10) serves a timer's quantiles in
/// nanoseconds and a sum that is a thousandth of what it should be.
final class Spread {
    private final List<Duration> bounds;
    private final List<LongAdder> counts;
    private final LongAdder nanos = new LongAdder();

    /// @param bounds the upper ends of its ranges, shortest first; what is longer than the last one counts, too
    Spread(List<Duration> bounds) {
        this.bounds = List.copyOf(bounds);
        this.counts = Stream.generate(LongAdder::new).limit(bounds.size() + 1L).toList();
    }

    /// Counts a time.
    void add(Duration time) {
        var range = 0;
        while (range < bounds.size() && time.compareTo(bounds.get(range)) > 0) {
            range++;
        }
        counts.get(range).increment();
        nanos.add(time.toNanos());
    }

    /// Serves it as Prometheus wants a histogram.
    void register(Figures figures, Figure figure, List<Label> labels) {
        for (var i = 0; i <= bounds.size(); i++) {
            var upTo = i;
            var end = i < bounds.size() ? end(bounds.get(i)) : "+Inf";
            var ended = new ArrayList<>(labels);
            ended.add(new Label("le", end));
            figures.shows(figure.word() + "_bucket", figure.help(), ended, () -> upTo(upTo));
        }
        figures.shows(figure.word() + "_count", figure.help(), labels, () -> upTo(bounds.size()));
        figures.shows(
                figure.word() + "_sum", figure.help(), labels, () -> Figures.seconds(Duration.ofNanos(nanos.sum())));
    }

    private static String end(Duration bound) {
        return BigDecimal.valueOf(bound.toMillis(), 3).stripTrailingZeros().toPlainString();
    }

    /// How many were counted in the first ranges, up to that one.
    long upTo(int range) {
        return counts.subList(0, range + 1).stream().mapToLong(LongAdder::sum).sum();
    }
}
