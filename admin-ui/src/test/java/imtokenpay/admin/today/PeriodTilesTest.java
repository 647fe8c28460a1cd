package imtokenpay.admin.today;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.count.Dashboard;
import imtokenpay.flow.count.Days;
import imtokenpay.flow.count.Figures;
import imtokenpay.flow.count.Figures.Volume;
import imtokenpay.flow.count.Period;
import imtokenpay.flow.monitor.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodTilesTest {
    private static final Figures NONE = new Figures(0, Map.of(), List.of());
    private static final Figures SOME = new Figures(
            1_204,
            Map.of(Ending.PAID, 1_100L, Ending.ACCEPTED, 1L, Ending.LATE, 99L),
            List.of(
                    new Volume("EUR", false, new BigDecimal("1234567.50000000")),
                    new Volume("JPY", false, new BigDecimal("500")),
                    new Volume("USD", true, new BigDecimal("0.12345678"))));

    @Test
    void each_figure_stands_beside_the_one_before_and_leads_to_what_it_counts() {
        var tiles = tiles(SOME, NONE);
        assertEquals(
                List.of(
                        Tile.of(
                                "Asked for",
                                "1,204",
                                "4 of them still open, before 0",
                                "payments.xhtml?status=&since=2026-11-24"),
                        Tile.of("Settled", "1,101", "before 0", "payments.xhtml?status=settled&since=2026-11-24"),
                        Tile.of(
                                "Success rate",
                                "91.7 %",
                                "settled of 1,200 that ended, before none ended",
                                "payments.xhtml?status=settled&since=2026-11-24")),
                tiles.sums());
    }

    @Test
    void volumes_have_the_decimals_of_their_currency_and_play_money_is_named() {
        assertEquals(
                List.of(
                        Tile.of("Settled", "1,234,567.50 EUR", "before 0 EUR", "reports.xhtml"),
                        Tile.of("Settled", "500 JPY", "before 0 JPY", "reports.xhtml"),
                        Tile.of(
                                "Settled in play money",
                                "0.12345678 USD",
                                "before 0 USD",
                                "payments.xhtml?status=settled&since=2026-11-24")),
                tiles(SOME, NONE).volumes());
    }

    @Test
    void a_currency_that_only_the_period_before_had_is_not_left_out() {
        assertEquals(
                List.of("0 EUR", "0 JPY", "0 USD"),
                tiles(NONE, SOME).volumes().stream().map(Tile::value).toList());
    }

    @Test
    void every_way_to_end_unpaid_has_a_figure() {
        var unpaid = tiles(SOME, NONE).unpaid();
        assertEquals(Ending.values().length - 2, unpaid.size());
        assertEquals(
                Tile.of(
                        "Unresolved: money came late",
                        "99",
                        "before 0",
                        "payments.xhtml?status=unresolved&since=2026-11-24"),
                unpaid.get(3));
    }

    @Test
    void times_are_told_in_one_unit() {
        assertEquals("119 s", Numbers.time(Duration.ofSeconds(119)));
        assertEquals("2 min", Numbers.time(Duration.ofSeconds(120)));
        assertEquals("119 min", Numbers.time(Duration.ofMinutes(119)));
        assertEquals("1,000 h", Numbers.time(Duration.ofHours(1_000)));
        assertEquals("10,000 or more", Numbers.upTo(10_000, 10_000));
    }

    private static PeriodTiles tiles(Figures current, Figures before) {
        return new PeriodTiles(new Dashboard(
                new Days(Period.WEEK, ZoneOffset.UTC),
                Instant.parse("2026-11-30T12:00:00Z"),
                current,
                before,
                List.of()));
    }
}
