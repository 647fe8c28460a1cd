package imtokenpay.flow.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.count.Dashboard.Bar;
import imtokenpay.flow.count.Figures.Volume;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.store.OneStore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
    void days_are_those_of_the_place_where_the_stores_are() {
        var seen = read(Period.WEEK, Instant.parse("2026-03-02T23:20:00Z"), "Europe/Zurich");
        assertEquals(
                List.of(
                        "HOUR 2026-02-24T23:00:00Z 2026-03-03T23:00:00Z",
                        "HOUR 2026-02-17T23:00:00Z 2026-02-23T23:20:00Z"),
                diary.asked);
        assertEquals(7, seen.bars().size());
        assertEquals(
                Instant.parse("2026-03-02T23:00:00Z"), seen.bars().getLast().from(), "there it is the third already");
    }

    @Test
    void a_day_on_which_clocks_are_changed_has_23_or_25_hours_and_the_days_before_lie_under_it_by_the_clock() {
        var spring = Instant.parse("2026-03-29T12:00:00Z");
        assertEquals(23, read(Period.TODAY, spring, "Europe/Zurich").bars().size());
        var autumn = Instant.parse("2026-10-25T12:00:00Z");
        assertEquals(25, read(Period.TODAY, autumn, "Europe/Zurich").bars().size());
        diary.keptAt("2026-03-22T22:00:00Z", Ending.PAID);
        diary.keptAt("2026-03-22T23:00:00Z", Ending.PAID);
        var later = read(Period.WEEK, Instant.parse("2026-03-31T12:00:00Z"), "Europe/Zurich");
        assertEquals("2026-03-28T23:00:00Z", later.bars().get(4).from().toString());
        assertEquals("2026-03-29T22:00:00Z", later.bars().get(5).from().toString());
        assertEquals(1, later.bars().get(4).settledBefore(), "the Sunday at 23:00");
        assertEquals(1, later.bars().get(5).settledBefore(), "the Monday at 00:00");
    }

    @Test
    void wherever_it_is_and_whenever_every_payment_is_in_one_bar() {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            diary.kept.clear();
            diary.kept(Duration.ofMinutes(20), Ending.PAID, "1");
            diary.kept(Duration.ofDays(3), Ending.PAID, "1");
            diary.kept(Duration.ofDays(9), Ending.PAID, "1");
            for (var period : Period.values()) {
                var seen = read(period, NOW, zone);
                assertEquals(
                        seen.current().settled(),
                        seen.bars().stream().mapToLong(Bar::settled).sum(),
                        zone);
                assertEquals(
                        seen.before().settled(),
                        seen.bars().stream().mapToLong(Bar::settledBefore).sum(),
                        zone);
            }
        }
    }

    @Test
    void months_are_those_of_the_place_although_most_days_are_counted_whole() {
        for (var i = 0; i < 24 * 750; i++) {
            diary.kept(Duration.ofHours(i), Ending.PAID, "1");
        }
        for (var name : List.of("Europe/Zurich", "Asia/Singapore", "America/New_York", "Pacific/Auckland")) {
            var zone = ZoneId.of(name);
            var seen = read(Period.YEAR, NOW, name);
            for (var bar : seen.bars().subList(1, seen.bars().size() - 1)) {
                var month = LocalDate.ofInstant(bar.from(), zone);
                assertEquals(1, month.getDayOfMonth());
                var hours = Duration.between(
                                month.atStartOfDay(zone), month.plusMonths(1).atStartOfDay(zone))
                        .toHours();
                assertEquals(hours, bar.settled(), name + " " + month);
                var before = Duration.between(
                                month.minusDays(365).atStartOfDay(zone),
                                month.plusMonths(1).minusDays(365).atStartOfDay(zone))
                        .toHours();
                assertEquals(before, bar.settledBefore(), name + " before " + month);
            }
        }
    }

    @Test
    void where_clocks_stand_aside_by_half_an_hour_days_are_those_of_utc() {
        for (var zone : List.of("Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns")) {
            assertEquals(ZoneOffset.UTC, read(Period.WEEK, NOW, zone).days().zone(), zone);
        }
        assertEquals(
                ZoneId.of("Asia/Singapore"),
                read(Period.WEEK, NOW, "Asia/Singapore").days().zone());
    }

    @Test
    void nothing_that_ended_has_no_success_rate_and_nearly_all_is_not_all() {
        assertEquals(Optional.empty(), Figures.of(List.of()).successPercent());
        var nearly = new Figures(10_000, Map.of(Ending.PAID, 9_999L, Ending.CLOSED, 1L), List.of());
        assertEquals(Optional.of(new BigDecimal("99.9")), nearly.successPercent());
    }

    private Dashboard read(Period period) {
        return read(period, NOW, "UTC");
    }

    private Dashboard read(Period period, Instant now, String zone) {
        var store = new OneStore(zone.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(zone));
        return new ReadDashboard(diary, store, () -> now).read(period);
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

        void keptAt(String hour, Ending ending) {
            kept.add(new Count(Instant.parse(hour), "EUR", false, 1, Map.of(ending, 1L), BigDecimal.ONE));
        }

        @Override
        public List<Count> count(Grain grain, Instant from, Instant until) {
            asked.add(grain + " " + from + " " + until);
            return kept.stream()
                    .filter(count ->
                            !count.begin().isBefore(from) && count.begin().isBefore(until))
                    .map(count -> grain == Grain.DAY ? ofItsDay(count) : count)
                    .toList();
        }

        private static Count ofItsDay(Count count) {
            return new Count(
                    count.begin().truncatedTo(ChronoUnit.DAYS),
                    count.currency(),
                    count.isPlay(),
                    count.asked(),
                    count.ended(),
                    count.volume());
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
