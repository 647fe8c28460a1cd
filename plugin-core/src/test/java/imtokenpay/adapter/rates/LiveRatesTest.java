package imtokenpay.adapter.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.flow.deliver.HeardLog;
import imtokenpay.flow.rate.RefreshRates;
import imtokenpay.money.Asset;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateRule;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Prices over time, by two vendors that answer over real HTTP.
class LiveRatesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Currency USD = Currency.getInstance("USD");
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final RatePair PAIR = new RatePair(ETH, USD);
    private static final Duration AGE = Duration.ofSeconds(300);

    private ScriptedVendor coingecko;
    private ScriptedVendor kraken;
    private Instant now = START;

    @BeforeEach
    void opens() throws IOException {
        coingecko = new ScriptedVendor();
        kraken = new ScriptedVendor();
    }

    @AfterEach
    void closes() {
        coingecko.close();
        kraken.close();
    }

    @Test
    void before_anybody_has_said_a_price_there_is_none() {
        try (var live = live(1)) {
            assertEquals(Optional.empty(), rate(live));
            assertEquals(List.of(USD), quoted(live).missing(ETH));
        }
    }

    @Test
    void two_that_agree_make_a_price_that_names_both() {
        try (var live = live(2)) {
            say("2510", "2500");
            refresh(live);
            assertEquals(Optional.of("2500"), rate(live));
            var line = quoted(live).of(ETH).getFirst();
            assertEquals("coingecko, kraken", line.source());
            assertEquals(List.of(), quoted(live).missing(ETH));
            assertEquals(START, line.since());
        }
    }

    @Test
    void while_they_contradict_each_other_there_is_no_price_and_afterwards_there_is() {
        try (var live = live(2)) {
            say("2500", "2526");
            refresh(live);
            assertEquals(Optional.empty(), rate(live));
            assertEquals(List.of(), quoted(live).of(ETH));
            say("2500", "2525");
            refresh(live);
            assertEquals(Optional.of("2500"), rate(live));
        }
    }

    @Test
    void with_one_needed_the_other_takes_over_once_what_the_first_said_is_too_old() {
        try (var live = live(1)) {
            say("2500", "2510");
            refresh(live);
            kraken.answers(503, Map.of());
            now = START.plusSeconds(200);
            coingecko.coingecko("ethereum", "2600", now);
            refresh(live);
            assertEquals(Optional.empty(), rate(live), "they contradict each other still");
            now = START.plusSeconds(301);
            assertEquals(Optional.of("2600"), rate(live));
        }
    }

    @Test
    void when_all_are_down_the_last_price_dies_of_age_and_a_later_one_is_born() {
        try (var live = live(2)) {
            say("2500", "2500");
            refresh(live);
            coingecko.answers(500, Map.of());
            kraken.says("<html>");
            now = START.plusSeconds(300);
            refresh(live);
            assertEquals(Optional.of("2500"), rate(live));
            now = now.plusMillis(1);
            refresh(live);
            assertEquals(Optional.empty(), rate(live));
            say("2700", "2700");
            refresh(live);
            assertEquals(Optional.of("2700"), rate(live));
        }
    }

    @Test
    void a_broken_answer_changes_nothing_and_is_counted_by_its_reason() {
        try (var live = live(2)) {
            say("2500", "2500");
            refresh(live);
            coingecko.coingecko("ethereum", "0", now);
            kraken.says("<html>");
            refresh(live);
            refresh(live);
            assertEquals(Optional.of("2500"), rate(live));
            var standings = live.standings();
            assertEquals(Map.of(Reason.ABSURD, 2L), standings.getFirst().failures());
            assertEquals(Optional.of(START), standings.getFirst().answered());
            assertEquals(
                    Optional.of("ETH/USD: what it says cannot be a price"),
                    standings.getFirst().complaint());
            assertEquals(Map.of(Reason.NOT_UNDERSTOOD, 2L), standings.getLast().failures());
            say("2500", "2500");
            refresh(live);
            assertEquals(Optional.empty(), live.standings().getFirst().complaint());
        }
    }

    @Test
    void a_clock_that_jumps_ends_the_price_until_it_is_asked_again() {
        try (var live = live(2)) {
            say("2500", "2500");
            refresh(live);
            for (var jump : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
                now = START.plus(jump);
                assertEquals(Optional.empty(), rate(live));
                say("2500", "2500");
                refresh(live);
                assertEquals(Optional.of("2500"), rate(live));
            }
        }
    }

    @Test
    void each_change_is_told_once_and_none_before_everybody_was_asked() {
        var log = Logger.getLogger(LiveRates.class.getName());
        var told = new ArrayList<String>();
        log.setLevel(Level.INFO);
        try (var heard = HeardLog.of(log);
                var live = live(2)) {
            say("2500", "2500");
            refresh(live);
            refresh(live);
            assertEquals(List.of(), texts(heard));
            say("2500", "3000");
            refresh(live);
            refresh(live);
            kraken.answers(429, Map.of());
            refresh(live);
            refresh(live);
            say("2500", "2501");
            refresh(live);
            refresh(live);
            told.addAll(texts(heard));
        }
        var time = " at 2026-11-23T10:00:00Z";
        assertEquals(
                List.of(
                        "ETH/USD has no price, so no payment can be asked for: the sources contradict each other;"
                                + " coingecko says 2500" + time + "; kraken says 3000" + time,
                        "kraken tells no usable price: it answers HTTP 429: it is asked too often. Set"
                                + " imtoken.rates.refresh-seconds higher",
                        "kraken tells prices again",
                        "ETH/USD has a price again: coingecko says 2500" + time + "; kraken says 2501" + time),
                told);
    }

    @Test
    void a_currency_that_nobody_is_asked_for_has_no_rate() {
        try (var live = live(2)) {
            say("2500", "2500");
            refresh(live);
            assertEquals(Optional.empty(), quoted(live).rate(ETH, Currency.getInstance("EUR")));
        }
    }

    private static List<String> texts(HeardLog heard) {
        return heard.records().stream()
                .map(record -> MessageFormat.format(record.getMessage(), record.getParameters()))
                .toList();
    }

    private void say(String one, String other) {
        coingecko.coingecko("ethereum", one, now);
        kraken.kraken("XETHZUSD", other);
    }

    private static void refresh(LiveRates live) {
        live.sources().forEach(new RefreshRates(live)::refresh);
    }

    private static Optional<String> rate(LiveRates live) {
        return quoted(live).rate(ETH, USD).map(rate -> rate.value().toPlainString());
    }

    private static QuotedRates quoted(LiveRates live) {
        return new QuotedRates(Map.of(), START, live);
    }

    private LiveRates live(int quorum) {
        var sources = new Sources(vendors(coingecko.address(), kraken.address()), AGE, () -> now);
        sources.coingecko(PAIR, "ethereum");
        sources.kraken(PAIR, "XETHZUSD");
        sources.judge(PAIR, new RateRule(new BigDecimal("0.01"), quorum));
        return sources.live(Duration.ofSeconds(60));
    }

    private static Sources.Vendors vendors(URI coingecko, URI kraken) {
        return new Sources.Vendors(coingecko, Optional.empty(), kraken);
    }
}
