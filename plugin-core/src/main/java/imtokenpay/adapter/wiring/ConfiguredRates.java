package imtokenpay.adapter.wiring;

import imtokenpay.adapter.rates.Chainlink;
import imtokenpay.adapter.rates.CoinGecko;
import imtokenpay.adapter.rates.Kraken;
import imtokenpay.adapter.rates.QuotedRates;
import imtokenpay.adapter.rates.Sources;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.money.Price;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateRule;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// The rates as configured: `imtoken.asset.NAME.rate.CURRENCY` is a fixed one,
/// `imtoken.asset.NAME.rate-sources.CURRENCY`
/// says who is to be asked, and `imtoken.rates.*` how.
final class ConfiguredRates {
    private static final Logger LOG = System.getLogger(ConfiguredRates.class.getName());
    private static final String RATES = "imtoken.rates.";
    private static final int AGE_SECONDS = 300;
    private static final int AGE_SECONDS_MIN = 30;
    private static final int AGE_SECONDS_MAX = 3_600;
    private static final int REST_SECONDS = 60;
    private static final int REST_SECONDS_MIN = 5;
    // A day, which is the longest heartbeat that Chainlink's price feeds have, and an hour for the block that ends it.
    private static final int FEED_SECONDS_MAX = 90_000;
    private static final BigDecimal PERCENT_MIN = new BigDecimal("0.01");
    private static final BigDecimal PERCENT_MAX = BigDecimal.TEN;

    private final Settings settings;
    private final WatchedChains chains;
    private final int ageSeconds;
    private final Sources sources;
    private final Map<RatePair, BigDecimal> fixed = new HashMap<>();
    private final Map<ChainId, ChainReader> readers = new HashMap<>();

    private ConfiguredRates(Settings settings, WatchedChains chains, InstantSource clock) {
        this.settings = settings;
        this.chains = chains;
        this.ageSeconds = bounded(RATES + "max-age-seconds", AGE_SECONDS, AGE_SECONDS_MIN, AGE_SECONDS_MAX);
        var vendors = new Sources.Vendors(
                address("coingecko.url", "https://api.coingecko.com"),
                settings.optional(RATES + "coingecko.api-key"),
                address("kraken.url", "https://api.kraken.com"));
        this.sources = new Sources(vendors, Duration.ofSeconds(ageSeconds), clock);
    }

    /// @param assets the assets by the names that they have in the configuration
    /// @param chains through which price feeds are read
    static QuotedRates read(Settings settings, Map<String, Asset> assets, WatchedChains chains, InstantSource clock) {
        var configured = new ConfiguredRates(settings, chains, clock);
        assets.forEach((name, asset) -> {
            var prefix = "imtoken.asset." + name + ".";
            settings.keys(prefix + "rate.").forEach(key -> configured.fix(key, pair(key, prefix + "rate.", asset)));
            settings.keys(prefix + "rate-sources.").forEach(key -> configured.ask(key, prefix, asset));
        });
        var rest = configured.bounded(
                RATES + "refresh-seconds", REST_SECONDS, REST_SECONDS_MIN, configured.ageSeconds / 2);
        return new QuotedRates(configured.fixed, clock.instant(), configured.sources.live(Duration.ofSeconds(rest)));
    }

    private void fix(String key, RatePair pair) {
        var rate = settings.decimal(key);
        if (rate.signum() <= 0) {
            throw Settings.wrong(key, "must be above zero: how much of the currency one whole coin is worth");
        }
        fixed.put(pair, rate);
    }

    private void ask(String key, String prefix, Asset asset) {
        var pair = pair(key, prefix + "rate-sources.", asset);
        var names = settings.list(key);
        if (fixed.containsKey(pair)) {
            throw Settings.wrong(key, "contradicts the fixed rate." + pair.currency() + ": delete one of them");
        }
        if (names.isEmpty()) {
            throw Settings.wrong(key, "names no source");
        }
        try {
            for (var name : names) {
                add(pair, name, prefix);
            }
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith("Configuration") ? wrong : Settings.wrong(key, wrong.getMessage());
        }
        sources.judge(pair, rule(key, names.size()));
        if (names.size() == 1) {
            LOG.log(
                    Level.WARNING,
                    "{0} has one source of prices alone, {1}: if it errs, nobody contradicts it. List another in {2}",
                    pair,
                    names.getFirst(),
                    key);
        }
    }

    private void add(RatePair pair, String text, String prefix) {
        var colon = text.indexOf(':');
        var place = text.substring(colon + 1);
        switch (text.substring(0, Math.max(0, colon))) {
            case CoinGecko.NAME -> sources.coingecko(pair, place);
            case Kraken.NAME -> sources.kraken(pair, place);
            case Chainlink.NAME -> sources.chainlink(pair, feed(place, prefix));
            default ->
                throw new IllegalArgumentException("names '" + text
                        + "', but a source is coingecko:COIN, kraken:MARKET or chainlink:eip155:NUMBER:0xCONTRACT");
        }
    }

    // A contract by its CAIP-10 name.
    private Chainlink.Feed feed(String place, String prefix) {
        var colon = place.lastIndexOf(':');
        var chain = new ChainId(place.substring(0, Math.max(0, colon)));
        if (!chain.family().equals("eip155")) {
            throw new IllegalArgumentException("names a price feed on " + chain + ", but they are read on eip155 only");
        }
        var contract = Families.of(chain).address(chain, place.substring(colon + 1));
        var seconds = bounded(prefix + "chainlink-age-seconds", ageSeconds, AGE_SECONDS_MIN, FEED_SECONDS_MAX);
        return new Chainlink.Feed(
                readers.computeIfAbsent(chain, this::reader), contract.text(), Duration.ofSeconds(seconds));
    }

    private ChainReader reader(ChainId chain) {
        return chains.all().stream()
                .map(WatchedChain::reader)
                .filter(reader -> reader.chain().equals(chain))
                .findFirst()
                .map(ChainReader::apart)
                .orElseThrow(() -> new IllegalArgumentException(
                        "names a price feed on " + chain + ", but imtoken.networks has no such chain"));
    }

    private RateRule rule(String key, int listed) {
        var percent = settings.optional(RATES + "deviation-percent")
                .map(any -> settings.decimal(RATES + "deviation-percent"))
                .orElse(BigDecimal.ONE);
        if (percent.compareTo(PERCENT_MIN) < 0 || percent.compareTo(PERCENT_MAX) > 0) {
            throw Settings.wrong(RATES + "deviation-percent", "must be " + PERCENT_MIN + " to " + PERCENT_MAX);
        }
        var quorum = settings.number(RATES + "quorum", Math.min(2, listed));
        if (quorum < 1) {
            throw Settings.wrong(RATES + "quorum", "must be at least 1");
        }
        if (quorum > listed) {
            throw Settings.wrong(
                    key, "lists " + listed + " of the " + quorum + " sources that imtoken.rates.quorum asks for");
        }
        return new RateRule(percent.movePointLeft(2), quorum);
    }

    private URI address(String name, String otherwise) {
        return settings.optional(RATES + name).isEmpty() ? URI.create(otherwise) : settings.address(RATES + name);
    }

    private int bounded(String key, int otherwise, int min, int max) {
        var number = settings.number(key, otherwise);
        if (number < min || number > max) {
            throw Settings.wrong(key, "must be " + min + " to " + max);
        }
        return number;
    }

    private static RatePair pair(String key, String prefix, Asset asset) {
        try {
            return new RatePair(asset, Price.currencyOf(key.substring(prefix.length())));
        } catch (IllegalArgumentException unknown) {
            throw Settings.wrong(key, "does not end in an ISO 4217 currency code");
        }
    }
}
