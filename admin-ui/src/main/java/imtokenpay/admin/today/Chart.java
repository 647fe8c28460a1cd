package imtokenpay.admin.today;

import imtokenpay.flow.count.Dashboard;
import imtokenpay.flow.count.Days;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Bars of settled payments with the unpaid ones on top, and a mark where the settled ones ended the period before.
/// Drawn in a box of [#WIDTH] by [#HEIGHT] that the page stretches as it likes, so there is no text in it.
public final class Chart {
    /// In units of the drawing.
    public static final int WIDTH = 1_000;

    public static final int HEIGHT = 200;

    private static final int NICE = 10;
    private static final List<Long> STEPS = List.of(1L, 2L, 4L, 5L, 8L);
    private static final int SPACE_PERCENT = 20;
    private static final int PERCENT = 100;

    private final Days days;
    private final List<Dashboard.Bar> bars;
    private final long top;

    Chart(Dashboard dashboard) {
        this.days = dashboard.days();
        this.bars = dashboard.bars();
        this.top = nice(bars.stream()
                .mapToLong(bar -> Math.max(bar.settled() + bar.unpaid(), bar.settledBefore()))
                .max()
                .orElse(0));
    }

    /// How many payments the upper edge stands for: the next of 1, 2, 4, 5, 8, 10, 20, 40 and so on.
    public long top() {
        return top;
    }

    /// The parts, from left to right.
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var i = 0; i < bars.size(); i++) {
            var left = WIDTH * i / bars.size();
            var right = WIDTH * (i + 1) / bars.size();
            parts.add(new Part(name(bars.get(i).from()), bars.get(i), left, right - left, top));
        }
        return parts;
    }

    /// What stands below the left edge, the middle and the right edge.
    public List<String> names() {
        return List.of(
                name(bars.getFirst().from()),
                name(bars.get(bars.size() / 2).from()),
                name(bars.getLast().from()));
    }

    private String name(Instant from) {
        var pattern = switch (days.period()) {
            case TODAY -> "HH:mm";
            case WEEK, MONTH -> "MM-dd";
            case YEAR -> "yyyy-MM";
        };
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .withZone(days.zone())
                .format(from);
    }

    private static long nice(long most) {
        var unit = 1L;
        while (unit * NICE < most) {
            unit *= NICE;
        }
        for (var step : STEPS) {
            if (step * unit >= most) {
                return step * unit;
            }
        }
        return unit * NICE;
    }

    /// One bar.
    ///
    /// @param name what it stands for
    /// @param left in units of the drawing, as all that follows
    public record Part(String name, Dashboard.Bar bar, int left, int room, long top) {
        /// Where the bar begins.
        public int x() {
            return left + room * SPACE_PERCENT / 2 / PERCENT;
        }

        /// How broad it is.
        public int width() {
            return Math.max(1, room * (PERCENT - SPACE_PERCENT) / PERCENT);
        }

        /// How high what was settled is.
        public int settledHeight() {
            return height(bar.settled());
        }

        /// Where that begins.
        public int settledY() {
            return HEIGHT - settledHeight();
        }

        /// How high what was not paid is, on top of it.
        public int unpaidHeight() {
            return height(bar.unpaid());
        }

        /// Where that begins.
        public int unpaidY() {
            return settledY() - unpaidHeight();
        }

        /// Where the settled ones of the period before ended.
        public int beforeY() {
            return HEIGHT - height(bar.settledBefore());
        }

        /// Whether there were any.
        public boolean hasBefore() {
            return bar.settledBefore() > 0;
        }

        // A single payment among a million is still seen.
        private int height(long many) {
            return many == 0 ? 0 : (int) Math.max(2, HEIGHT * many / top);
        }
    }
}
