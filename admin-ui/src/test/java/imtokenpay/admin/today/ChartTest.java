package imtokenpay.admin.today;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.count.Dashboard;
import imtokenpay.flow.count.Dashboard.Bar;
import imtokenpay.flow.count.Days;
import imtokenpay.flow.count.Figures;
import imtokenpay.flow.count.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
    private static final Instant DAY = Instant.parse("2026-11-30T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "3,4", "5,5", "6,8", "9,10", "11,20", "41,50", "999999,1000000"})
    void the_upper_edge_is_a_round_number_that_the_highest_bar_reaches(long most, long top) {
        assertEquals(top, chart(new Bar(DAY, most, 0, 0)).top());
        assertEquals(top, chart(new Bar(DAY, 0, most, 0)).top());
        assertEquals(top, chart(new Bar(DAY, 0, 0, most)).top());
    }

    @Test
    void bars_stand_on_the_lower_edge_and_on_each_other() {
        var part = chart(new Bar(DAY, 5, 2, 10)).parts().getFirst();
        assertEquals(100, part.settledHeight());
        assertEquals(100, part.settledY());
        assertEquals(40, part.unpaidHeight());
        assertEquals(60, part.unpaidY());
        assertTrue(part.hasBefore());
        assertEquals(0, part.beforeY());
    }

    @Test
    void one_payment_among_a_million_is_seen_and_none_is_not() {
        var part = chart(new Bar(DAY, 1_000_000, 0, 0), new Bar(DAY, 1, 1, 0))
                .parts()
                .get(1);
        assertEquals(2, part.settledHeight());
        assertEquals(2, part.unpaidHeight());
        assertEquals(0, chart(new Bar(DAY, 0, 1, 0)).parts().getFirst().settledHeight());
    }

    @Test
    void the_bars_of_a_day_fill_the_box_without_a_gap_at_its_end() {
        var parts = chart(IntStream.range(0, 24)
                        .mapToObj(hour -> new Bar(DAY.plus(Duration.ofHours(hour)), 1, 0, 0))
                        .toArray(Bar[]::new))
                .parts();
        assertEquals(0, parts.getFirst().left());
        assertEquals(Chart.WIDTH, parts.getLast().left() + parts.getLast().room());
        for (var i = 1; i < parts.size(); i++) {
            assertEquals(
                    parts.get(i - 1).left() + parts.get(i - 1).room(),
                    parts.get(i).left());
        }
        assertEquals("07:00", parts.get(7).name());
    }

    private static Chart chart(Bar... bars) {
        var none = new Figures(0, Map.of(), List.of());
        return new Chart(new Dashboard(new Days(Period.TODAY, ZoneOffset.UTC), DAY, none, none, List.of(bars)));
    }
}
