package imtokenpay.flow.count;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.count.Dashboard.Bar;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Reads how the shop does.
@UseCase
public class ReadDashboard {
    private final PaymentCounts counts;
    private final InstantSource clock;

    @Inject
    public ReadDashboard(PaymentCounts counts, InstantSource clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /// A period up to now.
    public Dashboard read(Period period) {
        var now = clock.instant();
        var from = period.from(now);
        var current = counts.count(period.grain(), from, period.until(now));
        var before = counts.count(period.grain(), from.minus(period.length()), now.minus(period.length()));
        var begins = new TreeSet<>(period.bars(now));
        var parts = by(begins, current, Duration.ZERO);
        var partsBefore = by(begins, before, period.length());
        var bars = begins.stream().map(begin -> bar(begin, parts, partsBefore)).toList();
        return new Dashboard(period, now, Figures.of(current), Figures.of(before), bars);
    }

    private static Bar bar(Instant begin, Map<Instant, Figures> current, Map<Instant, Figures> before) {
        var none = Figures.of(List.of());
        var figures = current.getOrDefault(begin, none);
        return new Bar(
                begin,
                figures.settled(),
                figures.unpaid(),
                before.getOrDefault(begin, none).settled());
    }

    // By the bar that each count is in, once it is moved on by so much.
    private static Map<Instant, Figures> by(TreeSet<Instant> begins, List<Count> counts, Duration later) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        count -> begins.floor(count.begin().plus(later)),
                        Collectors.collectingAndThen(Collectors.toList(), Figures::of)));
    }
}
