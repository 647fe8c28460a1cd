package imtokenpay.flow.count;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.count.Dashboard.Bar;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Reads how the shop does.
@UseCase
public class ReadDashboard {
    private final PaymentCounts counts;
    private final Stores stores;
    private final InstantSource clock;

    @Inject
    public ReadDashboard(PaymentCounts counts, Stores stores, InstantSource clock) {
        this.counts = counts;
        this.stores = stores;
        this.clock = clock;
    }

    /// Where the shop's days begin and end: those that all stores share, if its clocks stand aside by whole hours;
    /// or else in UTC.
    public ZoneId zone() {
        return Days.zone(Store.zone(stores.all()), clock.instant());
    }

    /// A period up to now.
    public Dashboard read(Period period) {
        var now = clock.instant();
        var days = new Days(period, zone());
        var begins = new TreeSet<>(days.bars(now));
        var beginsBefore = begins.stream().map(days::before).collect(Collectors.toCollection(TreeSet::new));
        var current = counted(days, begins, days.until(now));
        var before = counted(days, beginsBefore, days.before(now));
        var parts = by(begins, current, begin -> begin);
        var partsBefore = by(begins, before, days::after);
        var bars = begins.stream().map(begin -> bar(begin, parts, partsBefore)).toList();
        return new Dashboard(days, now, Figures.of(current), Figures.of(before), bars);
    }

    // From the first of the bars on.
    private List<Count> counted(Days days, TreeSet<Instant> begins, Instant until) {
        if (!days.isMixed()) {
            return counts.count(days.grain(), begins.first(), until);
        }
        // Days in UTC in which a bar begins are counted by the hour, the others whole: that is much quicker.
        var edges = begins.stream()
                .map(begin -> begin.truncatedTo(ChronoUnit.DAYS))
                .collect(Collectors.toCollection(TreeSet::new));
        var all = new ArrayList<Count>();
        for (var edge : edges.headSet(until)) {
            var from = edge.isBefore(begins.first()) ? begins.first() : edge;
            var end = edge.plus(1, ChronoUnit.DAYS);
            all.addAll(counts.count(Grain.HOUR, from, end.isBefore(until) ? end : until));
        }
        counts.count(Grain.DAY, edges.first().plus(1, ChronoUnit.DAYS), until).stream()
                .filter(count -> !edges.contains(count.begin()))
                .forEach(all::add);
        return all;
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

    // By the bar that each count is in, once it is moved on.
    private static Map<Instant, Figures> by(TreeSet<Instant> begins, List<Count> counts, UnaryOperator<Instant> moved) {
        return counts.stream()
                .collect(Collectors.groupingBy(
                        count -> begins.floor(moved.apply(count.begin())),
                        Collectors.collectingAndThen(Collectors.toList(), Figures::of)));
    }
}
