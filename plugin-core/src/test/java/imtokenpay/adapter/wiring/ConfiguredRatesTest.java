package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.money.Asset;
import imtokenpay.quote.RateSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredRatesTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);

    @Test
    void every_rate_of_an_asset_is_listed_with_who_says_so_and_since_when() {
        var assets = assets(Map.of("imtoken.asset.eth.rate.USD", "2500.10", "imtoken.asset.eth.rate.EUR", "2300"));
        assertEquals(List.of(line("EUR", "2300"), line("USD", "2500.10")), assets.of(ETH));
        assertEquals(Optional.of(new BigDecimal("2300")), assets.rate(ETH, Currency.getInstance("EUR")));
    }

    @Test
    void an_asset_without_a_rate_has_none() {
        assertEquals(List.of(), assets(Map.of()).of(ETH));
    }

    private static RateSheet.Line line(String currency, String rate) {
        return new RateSheet.Line(Currency.getInstance(currency), new BigDecimal(rate), "configured", START);
    }

    private static ConfiguredRates assets(Map<String, String> keys) {
        return new ConfiguredRates(new Settings(new Keys(keys)), Map.of("eth", ETH), START);
    }
}
