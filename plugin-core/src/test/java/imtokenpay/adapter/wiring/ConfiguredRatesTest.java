package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.rates.QuotedRates;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.Asset;
import imtokenpay.quote.Rate;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.live.RateSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfiguredRatesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final WatchedChains NETWORKS = new Configured(Map.of(
                    "imtoken.networks", "main",
                    "imtoken.network.main.chain", "eip155:1",
                    "imtoken.network.main.name", "Ethereum",
                    "imtoken.network.main.rpc-url", "http://127.0.0.1:1"))
            .networks(Map.of());
    private static final String FEED = "chainlink:eip155:1:0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419";
    private static final String KEY = "imtoken.asset.eth.rate-sources.USD";
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);

    @Test
    void every_rate_of_an_asset_is_listed_with_who_says_so_and_since_when() {
        var assets = assets(Map.of("imtoken.asset.eth.rate.USD", "2500.10", "imtoken.asset.eth.rate.EUR", "2300"));
        assertEquals(List.of(line("EUR", "2300"), line("USD", "2500.10")), assets.of(ETH));
        assertEquals(Optional.of(Rate.fixed(new BigDecimal("2300"))), assets.rate(ETH, Currency.getInstance("EUR")));
    }

    @Test
    void an_asset_without_a_rate_has_none() {
        assertEquals(List.of(), assets(Map.of()).of(ETH));
    }

    private static RateSheet.Line line(String currency, String rate) {
        return new RateSheet.Line(Currency.getInstance(currency), new BigDecimal(rate), "configured", START, List.of());
    }

    private static QuotedRates assets(Map<String, String> keys) {
        return ConfiguredRates.read(new Settings(new Keys(keys)), Map.of("eth", ETH), NETWORKS, () -> START);
    }

    @Test
    void each_source_is_asked_for_all_its_pairs_and_nobody_where_none_is_listed() {
        var live = assets(Map.of(
                        KEY,
                        "coingecko:ethereum, kraken:XETHZUSD, " + FEED,
                        "imtoken.asset.eth.rate-sources.EUR",
                        "coingecko:ethereum,kraken:XETHZEUR"))
                .live();
        assertEquals(
                List.of("coingecko", "kraken", "chainlink"),
                live.sources().stream().map(RateSource::name).toList());
        assertEquals(Duration.ofSeconds(60), live.rest());
        assertEquals(2, live.pairs(ETH).size());
        assertEquals(List.of(), assets(Map.of()).live().sources());
    }

    @Test
    void the_one_rate_may_be_fixed_and_the_other_live() {
        var rates = assets(Map.of("imtoken.asset.eth.rate.EUR", "2300", KEY, "kraken:XETHZUSD"));
        assertEquals(List.of(line("EUR", "2300")), rates.of(ETH));
        assertEquals(Optional.empty(), rates.rate(ETH, Currency.getInstance("USD")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            coingecko | names 'coingecko', but a source is coingecko:COIN, kraken:MARKET or chainlink:
            binance:ETHUSDT | names 'binance:ETHUSDT', but a source is
            coingecko:Ether/eum | names 'Ether/eum', but must be such as coingecko:ethereum
            kraken:ETH/USD | names 'ETH/USD', but must be such as kraken:XETHZUSD
            kraken:XETHZUSD,kraken:ETHUSD | lists kraken twice: a source has one voice
            , | names no source
            chainlink:eip155:137:0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419 | but imtoken.networks has no such chain
            chainlink:tron:0x2b6653dc:0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419 | but they are read on eip155 only
            chainlink:eip155:1:0x5f4eC3Df9cbd43714FE2740f5E3616155c5b841 | 0x5f4eC3Df9cbd43714FE2740f5E3616155c5b841
            chainlink:0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419 | not a CAIP-2 chain id
            """)
    void a_source_that_is_written_wrongly_ends_the_start(String sources, String complaint) {
        refused(Map.of(KEY, sources), "Configuration: " + KEY, complaint);
    }

    @Test
    void a_pair_has_either_a_fixed_rate_or_sources() {
        refused(
                Map.of(KEY, "kraken:XETHZUSD", "imtoken.asset.eth.rate.USD", "1"),
                KEY,
                "contradicts the fixed rate.USD");
        refused(Map.of("imtoken.asset.eth.rate-sources.USDX", "kraken:XETHZUSD"), "USDX", "ISO 4217");
    }

    @ParameterizedTest
    @CsvSource({
        "max-age-seconds, 29, must be 30 to 3600",
        "max-age-seconds, 3601, must be 30 to 3600",
        "refresh-seconds, 4, must be 5 to 150",
        "refresh-seconds, 151, must be 5 to 150",
        "deviation-percent, 0, must be 0.01 to 10",
        "deviation-percent, 10.1, must be 0.01 to 10",
        "quorum, 0, must be at least 1",
        "coingecko.url, http://example.com, is plain http to another machine",
        "kraken.url, ftp://example.com, must be an absolute http or https address"
    })
    void a_figure_out_of_bounds_ends_the_start(String name, String value, String complaint) {
        refused(
                Map.of(KEY, "kraken:XETHZUSD,coingecko:ethereum", "imtoken.rates." + name, value),
                "Configuration: imtoken.rates." + name,
                complaint);
    }

    @Test
    void more_than_are_listed_cannot_agree() {
        refused(
                Map.of(KEY, "kraken:XETHZUSD", "imtoken.rates.quorum", "2"),
                KEY,
                "lists 1 of the 2 sources that imtoken.rates.quorum asks for");
    }

    private static void refused(Map<String, String> keys, String key, String complaint) {
        var said =
                assertThrows(IllegalArgumentException.class, () -> assets(keys)).getMessage();
        assertTrue(said.startsWith("Configuration: imtoken.") && said.contains(key) && said.contains(complaint), said);
    }
}
