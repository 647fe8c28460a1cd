package imtokenpay.adapter.rates;

import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// CoinGecko, or whoever answers as it does: an average over many exchanges (docs.coingecko.com, "Coin Price by IDs",
/// read 2026-11).
public final class CoinGecko implements RateSource {
    /// Its name in the configuration.
    public static final String NAME = "coingecko";

    /// How it names a coin, such as `ethereum` or `usd-coin`.
    public static final Pattern COIN = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private static final String PAID_HOST = "pro-api.";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final Map<RatePair, String> coins;
    private final Vendor vendor;
    private final Worth worth;
    private final InstantSource clock;

    /// @param base its address, such as `https://api.coingecko.com`
    /// @param key of its user; goes in a header
    /// @param coins what each pair's asset is called there
    /// @param ageMax how old a price may be
    public CoinGecko(
            URI base, Optional<String> key, Map<RatePair, String> coins, Duration ageMax, InstantSource clock) {
        this.coins = Map.copyOf(coins);
        this.vendor = new Vendor(Vendor.question(base, path(coins)), headers(base, key));
        this.worth = new Worth(NAME, ageMax, ageMax);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask() {
        var heard = clock.instant();
        var answer = vendor.answer();
        return Answer.of(coins.keySet(), pair -> {
            var coin = coins.get(pair) + "/";
            var price = Vendor.at(answer, coin + code(pair));
            return worth.report(price, moment(Vendor.at(answer, coin + "last_updated_at")), heard);
        });
    }

    @Override
    public void close() {
        vendor.close();
    }

    private static Instant moment(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new SourceFailed(Reason.WRONG_TIME, "it does not say of when its price is");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static String path(Map<RatePair, String> coins) {
        var currencies = new TreeSet<String>();
        coins.keySet().forEach(pair -> currencies.add(code(pair)));
        return "/api/v3/simple/price?ids=" + String.join(",", new TreeSet<>(coins.values())) + "&vs_currencies="
                + String.join(",", currencies) + "&include_last_updated_at=true&precision=full";
    }

    private static String code(RatePair pair) {
        return pair.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> headers(URI base, Optional<String> key) {
        var name = base.getHost().startsWith(PAID_HOST) ? "x-cg-pro-api-key" : "x-cg-demo-api-key";
        return key.map(some -> Map.of(name, some)).orElseGet(Map::of);
    }
}
