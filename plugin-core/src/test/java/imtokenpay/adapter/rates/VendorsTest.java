package imtokenpay.adapter.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.Asset;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration AGE = Duration.ofSeconds(300);
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset BTC = new Asset("bip122:000000000019d6689c085ae165831e93/slip44:0", "BTC", 8);
    private static final RatePair PAIR = pair(ETH, "USD");

    private ScriptedVendor vendor;

    @BeforeEach
    void opens() throws IOException {
        vendor = new ScriptedVendor();
    }

    @AfterEach
    void closes() {
        vendor.close();
    }

    @Test
    void coingecko_is_asked_once_for_all_coins_and_currencies() {
        vendor.says("{\"bitcoin\":{\"usd\":67187.3358936566,\"eur\":61000,\"last_updated_at\":1795428000},"
                + "\"ethereum\":{\"usd\":2.5e3,\"eur\":2300.10,\"last_updated_at\":1795427940}}");
        var at = Instant.ofEpochSecond(1_795_428_000L);
        var coins = Map.of(PAIR, "ethereum", pair(ETH, "EUR"), "ethereum", pair(BTC, "USD"), "bitcoin");
        try (var source = new CoinGecko(vendor.address(), Optional.of("key"), coins, AGE, () -> at)) {
            var answer = source.ask();
            assertEquals(Optional.empty(), answer.complaint());
            assertEquals(
                    report("coingecko", "67187.3358936566", at, at),
                    answer.reports().get(pair(BTC, "USD")));
            assertEquals(
                    new BigDecimal("2300.1"),
                    answer.reports().get(pair(ETH, "EUR")).rate());
            var ether = answer.reports().get(PAIR);
            assertEquals(0, new BigDecimal("2500").compareTo(ether.rate()));
            assertEquals(at.minusSeconds(60), ether.at());
            assertEquals(at.minusSeconds(60).plus(AGE), ether.until());
        }
        assertEquals(
                List.of("GET /api/v3/simple/price?ids=bitcoin,ethereum&vs_currencies=eur,usd"
                        + "&include_last_updated_at=true&precision=full"),
                vendor.asked());
        assertEquals(List.of("X-cg-demo-api-key=key"), vendor.keys());
    }

    @Test
    void kraken_is_asked_once_and_its_best_bid_is_taken() {
        vendor.kraken("XETHZUSD", "2500.12000");
        var markets = Map.of(PAIR, "XETHZUSD", pair(BTC, "USD"), "XXBTZUSD");
        try (var source = new Kraken(vendor.address(), markets, AGE, () -> NOW)) {
            var answer = source.ask();
            assertEquals(Map.of(PAIR, report("kraken", "2500.12", NOW, NOW)), answer.reports());
            assertEquals(Optional.of("BTC/USD: it says nothing of result/XXBTZUSD/b/0"), answer.complaint());
            assertEquals(List.of(Reason.MISSING), answer.reasons());
        }
        assertEquals(List.of("GET /0/public/Ticker?pair=XETHZUSD,XXBTZUSD"), vendor.asked());
    }

    @Test
    void what_kraken_calls_an_error_is_no_price() {
        vendor.says("{\"error\":[\"EQuery:Unknown asset pair\\u001b[31m\"],"
                + "\"result\":{\"XETHZUSD\":{\"b\":[\"2500\",\"1\",\"1\"]}}}");
        try (var source = kraken()) {
            var why = assertThrows(SourceFailed.class, source::ask);
            assertEquals(Reason.REFUSED, why.reason());
            assertEquals("it answers EQuery:Unknown asset pair [31m", why.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "-2500.1",
                "1e30",
                "1e9999",
                "1e-9999",
                "1000000000000",
                "0.0000000000001",
                "\"NaN\"",
                "null",
                "\"\"",
                "\"2500,1\"",
                "\"0x9c4\"",
                "true",
                "\" 2500\"",
                "1e999999999"
            })
    void what_cannot_be_a_price_is_none(String price) {
        vendor.coingecko("ethereum", price, NOW);
        try (var source = coingecko()) {
            assertEquals(List.of(Reason.ABSURD), source.ask().reasons());
        }
        vendor.kraken("XETHZUSD", price.replace("\"", ""));
        try (var source = kraken()) {
            assertEquals(List.of(Reason.ABSURD), source.ask().reasons());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Just a moment...</body></html>",
                "",
                " ",
                "{",
                "{\"ethereum\":{\"usd\":NaN}}",
                "{\"ethereum\":{\"usd\":2500,\"usd\":1,\"last_updated_at\":1795428000}}",
                "{\"ethereum\":{\"usd\":2500}} {}",
                "[[[[[[[[[[[[[1]]]]]]]]]]]]]"
            })
    void what_is_not_the_json_that_was_asked_for_is_not_understood(String body) {
        vendor.says(body.isEmpty() ? "\n" : body);
        try (var source = coingecko()) {
            assertEquals(
                    Reason.NOT_UNDERSTOOD,
                    assertThrows(SourceFailed.class, source::ask).reason());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "2500",
                "{\"bitcoin\":{\"usd\":2500,\"last_updated_at\":1795428000}}",
                "{\"ethereum\":{\"eur\":2500,\"last_updated_at\":1795428000}}",
                "{\"ethereum\":2500}",
                "{\"ethereum\":{\"usd\":{\"usd\":2500},\"last_updated_at\":1795428000}}",
                "{\"ethereum\":{\"usd\":2500}}"
            })
    void another_coin_or_currency_or_shape_is_no_price(String body) {
        vendor.says(body);
        try (var source = coingecko()) {
            var answer = source.ask();
            assertEquals(Map.of(), answer.reports());
            assertEquals(List.of(Reason.MISSING), answer.reasons());
        }
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "60, true", "61, false"})
    void a_price_is_of_the_last_minutes_by_its_own_time(int seconds, boolean usable) {
        vendor.coingecko("ethereum", "2500", NOW.plusSeconds(seconds));
        try (var source = coingecko()) {
            assertEquals(
                    usable ? List.of() : List.of(Reason.WRONG_TIME),
                    source.ask().reasons());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "1e9", "99999999999999999999", "\"yesterday\""})
    void a_price_of_an_unknown_moment_is_none(String moment) {
        vendor.says("{\"ethereum\":{\"usd\":2500,\"last_updated_at\":" + moment + "}}");
        try (var source = coingecko()) {
            assertEquals(List.of(Reason.WRONG_TIME), source.ask().reasons());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 400, 401, 403, 404, 429, 500, 503})
    void a_refusal_is_no_price_and_no_redirect_is_followed(int status) {
        vendor.answers(status, Map.of("Location", vendor.address() + "/elsewhere"));
        try (var source = coingecko()) {
            var why = assertThrows(SourceFailed.class, source::ask);
            assertEquals(Reason.REFUSED, why.reason());
            assertTrue(why.getMessage().startsWith("it answers HTTP " + status), why.getMessage());
        }
        assertEquals(1, vendor.asked().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {256 * 1024 + 1, 32 * 1024 * 1024})
    void an_answer_without_end_is_cut_off(int bytes) {
        vendor.says(
                "{\"ethereum\":{\"usd\":2500,\"last_updated_at\":" + NOW.getEpochSecond() + "}}" + " ".repeat(bytes));
        try (var source = coingecko()) {
            assertEquals(
                    Reason.TOO_LONG,
                    assertThrows(SourceFailed.class, source::ask).reason());
        }
    }

    @Test
    void nobody_there_is_told_without_the_address() {
        try (var source = coingecko()) {
            vendor.close();
            var why = assertThrows(SourceFailed.class, source::ask);
            assertEquals(Reason.UNREACHABLE, why.reason());
            assertEquals("it cannot be reached: ConnectException", why.getMessage());
        }
    }

    @Test
    void digits_beyond_what_is_kept_are_dropped_in_the_merchants_favour() {
        vendor.coingecko("ethereum", "2500.1234567890123456789", NOW);
        try (var source = coingecko()) {
            assertEquals(
                    new BigDecimal("2500.123456789012345678"),
                    source.ask().reports().get(PAIR).rate());
        }
    }

    private RateSource coingecko() {
        return new CoinGecko(vendor.address(), Optional.empty(), Map.of(PAIR, "ethereum"), AGE, () -> NOW);
    }

    private RateSource kraken() {
        return new Kraken(vendor.address(), Map.of(PAIR, "XETHZUSD"), AGE, () -> NOW);
    }

    private static RateReport report(String source, String rate, Instant at, Instant heard) {
        return new RateReport(source, new BigDecimal(rate), at, heard, at.plus(AGE));
    }

    private static RatePair pair(Asset asset, String currency) {
        return new RatePair(asset, Currency.getInstance(currency));
    }
}
