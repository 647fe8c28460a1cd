package imtokenpay.adapter.wiring;

import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.quote.RateSheet;
import imtokenpay.quote.Rates;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fixed rates as configured: `imtoken.asset.NAME.rate.CURRENCY`.
public final class ConfiguredRates implements Rates, RateSheet {
    private static final String SOURCE = "configured";

    private record RateKey(String assetId, Currency currency) {}

    private final Map<RateKey, BigDecimal> rates = new HashMap<>();
    private final Instant since;

    /// @param assets the assets by the names that they have in the configuration
    ConfiguredRates(Settings settings, Map<String, Asset> assets, Instant since) {
        this.since = since;
        assets.forEach((name, asset) -> {
            var prefix = "imtoken.asset." + name + ".rate.";
            settings.keys(prefix).forEach(key -> rates.put(rateKey(key, prefix, asset), rate(settings, key)));
        });
    }

    @Override
    public Optional<BigDecimal> rate(Asset asset, Currency currency) {
        return Optional.ofNullable(rates.get(new RateKey(asset.id(), currency)));
    }

    @Override
    public List<Line> of(Asset asset) {
        return rates.entrySet().stream()
                .filter(known -> known.getKey().assetId().equals(asset.id()))
                .map(known -> new Line(known.getKey().currency(), known.getValue(), SOURCE, since))
                .sorted(Comparator.comparing(line -> line.currency().getCurrencyCode()))
                .toList();
    }

    private static RateKey rateKey(String key, String prefix, Asset asset) {
        try {
            return new RateKey(asset.id(), Price.currencyOf(key.substring(prefix.length())));
        } catch (IllegalArgumentException unknown) {
            throw Settings.wrong(key, "does not end in an ISO 4217 currency code");
        }
    }

    private static BigDecimal rate(Settings settings, String key) {
        var rate = settings.decimal(key);
        if (rate.signum() <= 0) {
            throw Settings.wrong(key, "must be above zero: how much of the currency one whole coin is worth");
        }
        return rate;
    }
}
