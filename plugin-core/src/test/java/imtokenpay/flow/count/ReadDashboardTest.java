package imtokenpay.flow.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.count.Dashboard.Bar;
import imtokenpay.flow.count.Figures.Volume;
import imtokenpay.flow.monitor.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadDashboardTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:20:00Z");

    private final Diary diary = new Diary();

    @Test
    void today_is_compared_with_yesterday_up_to_the_same_time() {
        var seen = read(Period.TODAY);
        assertEquals(
                List.of(
                        "HOUR 2026-03-02T00:00:00Z 2026-03-03T00:00:00Z",
                        "HOUR 2026-03-01T00:00:00Z 2026-03-01T10:20:00Z"),
                diary.asked);
        assertEquals(24, seen.bars().size());
    }

    @Test
    void thirty_days_end_with_today_and_follow_the_thirty_before() {
        var seen = read(Period.MONTH);
        assertEquals(
                List.of(
                        "DAY 2026-02-01T00:00:00Z 2026-03-03T00:00:00Z",
                        "DAY 2026-01-02T00:00:00Z 2026-01-31T10:20:00Z"),
                diary.asked);
        assertEquals(30, seen.bars().size());
        assertEquals(
                Instant.parse("2026-03-02T00:00:00Z"), seen.bars().getLast().from());
    }

    @Test
    void a_year_is_drawn_by_months_of_which_the_first_and_the_last_are_cut_short() {
        var begins = read(Period.YEAR).bars().stream().map(Bar::from).toList();
        assertEquals(13, begins.size());
        assertEquals(Instant.parse("2025-03-03T00:00:00Z"), begins.getFirst());
        assertEquals(Instant.parse("2025-04-01T00:00:00Z"), begins.get(1));
        assertEquals(Instant.parse("2026-03-01T00:00:00Z"), begins.getLast());
    }

    @Test
    void the_sums_of_the_bars_are_the_figures() {
        diary.kept(Duration.ofMinutes(20), Ending.PAID, "12.5");
        diary.kept(Duration.ofDays(1), Ending.ACCEPTED, "1");
        diary.kept(Duration.ofDays(6), Ending.TOO_LITTLE, "0");
        diary.kept(Duration.ofDays(7), Ending.PAID, "3");
        diary.kept(Duration.ofDays(8), Ending.CALLED_OFF, "0");
        for (var period : Period.values()) {
            var seen = read(period);
            assertEquals(
                    seen.current().settled(),
                    seen.bars().stream().mapToLong(Bar::settled).sum());
            assertEquals(
                    seen.current().unpaid(),
                    seen.bars().stream().mapToLong(Bar::unpaid).sum());
            assertEquals(
                    seen.before().settled(),
                    seen.bars().stream().mapToLong(Bar::settledBefore).sum());
        }
        var week = read(Period.WEEK);
        assertEquals(Optional.of(new BigDecimal("66.6")), week.current().successPercent());
        assertEquals(Optional.of(new BigDecimal("50.0")), week.before().successPercent());
        assertEquals(
                new Bar(Instant.parse("2026-03-02T00:00:00Z"), 1, 0, 1),
                week.bars().getLast());
        assertEquals(
                new Bar(Instant.parse("2026-02-24T00:00:00Z"), 0, 1, 0),
                week.bars().getFirst());
        assertEquals(
                new Bar(Instant.parse("2026-03-01T00:00:00Z"), 1, 0, 0),
                week.bars().get(5));
        assertEquals(
                List.of(new Volume("EUR", false, new BigDecimal("13.5"))),
                week.current().volumes());
    }

    @Test
    void the_period_before_lies_under_this_one() {
        diary.kept(Duration.ofDays(365 + 40), Ending.PAID, "1");
        var bars = read(Period.YEAR).bars();
        assertEquals(1, bars.get(10).settledBefore());
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), bars.get(10).from());
    }

    @Test
    void nothing_that_ended_has_no_success_rate_and_nearly_all_is_not_all() {
        assertEquals(Optional.empty(), Figures.of(List.of()).successPercent());
        var nearly = new Figures(10_000, Map.of(Ending.PAID, 9_999L, Ending.CLOSED, 1L), List.of());
        assertEquals(Optional.of(new BigDecimal("99.9")), nearly.successPercent());
    }

    private Dashboard read(Period period) {
        return new ReadDashboard(diary, () -> NOW).read(period);
    }

    /// Counts by hand, a payment each.
    private static final class Diary implements PaymentCounts {
        private final List<Count> kept = new ArrayList<>();
        private final List<String> asked = new ArrayList<>();

        void kept(Duration ago, Ending ending, String volume) {
            kept.add(new Count(
                    NOW.minus(ago).truncatedTo(ChronoUnit.HOURS),
                    "EUR",
                    false,
                    1,
                    Map.of(ending, 1L),
                    new BigDecimal(volume)));
        }

        @Override
        public List<Count> count(Grain grain, Instant from, Instant until) {
            asked.add(grain + " " + from + " " + until);
            return kept.stream()
                    .filter(count ->
                            !count.begin().isBefore(from) && count.begin().isBefore(until))
                    .toList();
        }

        @Override
        public boolean recount(int hours) {
            return false;
        }

        @Override
        public void review(Instant day) {}

        @Override
        public boolean isAnyBefore(Instant moment) {
            return false;
        }
    }
}
