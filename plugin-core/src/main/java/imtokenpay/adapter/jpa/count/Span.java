package imtokenpay.adapter.jpa.count;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Hours of one store that follow each other; or days, where it is said.
///
/// @param until the hour behind the last one
record Span(String storeId, long from, long until) {
    /// Hours of a store, as few spans.
    record Hour(String storeId, long hour) {}

    static List<Span> of(List<Hour> hours) {
        var sorted = hours.stream()
                .distinct()
                .sorted(Comparator.comparing(Hour::storeId).thenComparing(Hour::hour))
                .toList();
        var spans = new ArrayList<Span>();
        for (var next : sorted) {
            if (!spans.isEmpty() && spans.getLast().isBefore(next)) {
                var last = spans.removeLast();
                spans.add(new Span(last.storeId, last.from, next.hour + 1));
            } else {
                spans.add(new Span(next.storeId, next.hour, next.hour + 1));
            }
        }
        return spans;
    }

    private boolean isBefore(Hour next) {
        return storeId.equals(next.storeId) && until == next.hour;
    }

    Instant begin() {
        return Slots.begin(from);
    }

    /// When it ends, but not after that moment.
    Instant end(Instant latest) {
        var end = Slots.begin(until);
        return end.isAfter(latest) ? latest : end;
    }
}
