package imtokenpay.quote.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.quote.live.RateRuling.Agreed;
import imtokenpay.quote.live.RateRuling.None;
import imtokenpay.quote.live.RateRuling.Why;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateRuleTest {
    private static final Instant HEARD = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant UNTIL = HEARD.plusSeconds(300);
    private static final BigDecimal PERCENT = new BigDecimal("0.01");
    private static final List<String> RATES = List.of("50", "100", "100.5", "101", "101.01", "102.02", "1000000");

    @Test
    void of_two_that_agree_the_one_counts_by_which_more_is_due() {
        assertEquals("100", agreed(2, "101", "100"));
        assertEquals("100", agreed(2, "100", "101"));
    }

    @Test
    void just_the_deviation_is_agreement_and_a_bit_more_is_none() {
        assertEquals("100", agreed(2, "100", "101"));
        assertEquals(Why.DISAGREEMENT, none(2, "100", "101.000000000000000001"));
    }

    @Test
    void of_three_the_middle_one_counts() {
        assertEquals("100.5", agreed(2, "101", "100", "100.5"));
    }

    @ParameterizedTest
    @CsvSource({"0.000001", "50", "99", "100.2", "102", "200", "99999999999"})
    void one_liar_of_three_moves_the_price_no_further_than_the_others_are_apart(String lie) {
        var price = new BigDecimal(agreed(2, "100", lie, "100.4"));
        assertTrue(price.compareTo(new BigDecimal("100")) >= 0 && price.compareTo(new BigDecimal("100.4")) <= 0);
    }

    @Test
    void where_all_contradict_each_other_there_is_no_price() {
        assertEquals(Why.DISAGREEMENT, none(2, "100", "110", "120"));
        assertEquals(Why.DISAGREEMENT, none(1, "100", "110"));
        assertEquals(Why.DISAGREEMENT, none(1, "100", "110", "120"));
    }

    @Test
    void two_against_two_is_no_agreement() {
        assertEquals(Why.DISAGREEMENT, none(2, "100", "100", "200", "200"));
    }

    @Test
    void one_that_is_left_counts_only_where_one_is_enough() {
        assertEquals("100", agreed(1, "100"));
        assertEquals(Why.TOO_FEW, none(2, "100"));
        assertEquals(Why.TOO_FEW, none(1));
    }

    @Test
    void what_is_too_old_says_nothing() {
        var two = List.of(report("a", "100", UNTIL), report("b", "100", UNTIL.plusSeconds(60)));
        assertInstanceOf(Agreed.class, rule(2).judge(two, UNTIL));
        var ruling = assertInstanceOf(None.class, rule(2).judge(two, UNTIL.plusMillis(1)));
        assertEquals(Why.TOO_FEW, ruling.why());
        assertEquals(List.of(two.getLast()), ruling.usable());
        assertInstanceOf(Agreed.class, rule(1).judge(two, UNTIL.plusMillis(1)));
    }

    @Test
    void what_is_too_old_contradicts_nobody() {
        var two = List.of(report("a", "100", UNTIL), report("b", "200", UNTIL.plusSeconds(60)));
        assertInstanceOf(None.class, rule(1).judge(two, UNTIL));
        var ruling = assertInstanceOf(Agreed.class, rule(1).judge(two, UNTIL.plusMillis(1)));
        assertEquals("b", ruling.price().source());
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_younger() {
        var one = List.of(report("a", "100", UNTIL));
        assertInstanceOf(Agreed.class, rule(1).judge(one, HEARD));
        assertInstanceOf(None.class, rule(1).judge(one, HEARD.minusMillis(1)));
        assertInstanceOf(None.class, rule(1).judge(one, HEARD.minus(Duration.ofDays(1))));
        assertInstanceOf(None.class, rule(1).judge(one, HEARD.plus(Duration.ofDays(1))));
    }

    @Test
    void whatever_up_to_four_say_the_price_is_one_of_theirs_with_enough_and_most_beside_it() {
        var cases = 0;
        for (var said : upToFour()) {
            for (var quorum = 1; quorum <= 3; quorum++) {
                check(said, quorum);
                cases++;
            }
        }
        assertEquals(3 * (1 + 7 + 49 + 343 + 2401), cases);
    }

    @Test
    void a_rule_without_sense_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new RateRule(PERCENT, 0));
        assertThrows(IllegalArgumentException.class, () -> new RateRule(PERCENT.negate(), 1));
        assertThrows(IllegalArgumentException.class, () -> report("a", "0", UNTIL));
        assertThrows(IllegalArgumentException.class, () -> report("a", "-1", UNTIL));
    }

    private static void check(List<String> said, int quorum) {
        var what = said + " with " + quorum;
        switch (judged(quorum, said.toArray(String[]::new))) {
            case Agreed agreed -> {
                var price = agreed.price().rate();
                var near = near(said, price);
                assertTrue(said.contains(price.toPlainString()), what);
                assertTrue(near >= quorum && 2 * near > said.size(), what);
                assertEquals(near, agreed.agreeing().size(), what);
                // No more than half are below: with an even number the lower middle, in the merchant's favour.
                assertTrue(2 * below(said, price) < said.size(), what);
                assertTrue(2 * below(said, price.add(BigDecimal.ONE.movePointLeft(9))) >= said.size(), what);
            }
            case None none -> {
                assertEquals(said.size() < quorum || said.isEmpty(), none.why() == Why.TOO_FEW, what);
                assertEquals(said.size(), none.usable().size(), what);
                if (said.size() == 2 && quorum <= 2) {
                    assertEquals(1, near(said, new BigDecimal(said.get(0)).min(new BigDecimal(said.get(1)))), what);
                }
            }
        }
    }

    private static List<List<String>> upToFour() {
        var all = new ArrayList<List<String>>(List.of(List.of()));
        var last = List.copyOf(all);
        for (var sources = 1; sources <= 4; sources++) {
            var longer = new ArrayList<List<String>>();
            for (var said : last) {
                for (var rate : RATES) {
                    var more = new ArrayList<>(said);
                    more.add(rate);
                    longer.add(more);
                }
            }
            all.addAll(longer);
            last = longer;
        }
        return all;
    }

    private static long near(List<String> said, BigDecimal price) {
        return said.stream()
                .map(BigDecimal::new)
                .filter(other -> other.subtract(price).abs().compareTo(price.multiply(PERCENT)) <= 0)
                .count();
    }

    private static long below(List<String> said, BigDecimal price) {
        return said.stream()
                .map(BigDecimal::new)
                .filter(other -> other.compareTo(price) < 0)
                .count();
    }

    private static String agreed(int quorum, String... rates) {
        return assertInstanceOf(Agreed.class, judged(quorum, rates))
                .price()
                .rate()
                .toPlainString();
    }

    private static Why none(int quorum, String... rates) {
        return assertInstanceOf(None.class, judged(quorum, rates)).why();
    }

    private static RateRuling judged(int quorum, String... rates) {
        var reports = new ArrayList<RateReport>();
        for (var rate : rates) {
            reports.add(report("source" + reports.size(), rate, UNTIL));
        }
        return rule(quorum).judge(reports, HEARD);
    }

    private static RateRule rule(int quorum) {
        return new RateRule(PERCENT, quorum);
    }

    private static RateReport report(String source, String rate, Instant until) {
        return new RateReport(source, new BigDecimal(rate), HEARD, HEARD, until);
    }
}
