package imtokenpay.adapter.rates;

import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateRule;
import imtokenpay.quote.live.RateSource;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gathers who is to be asked for which pairs, so that each is asked for all of its pairs at once.
public final class Sources {
    /// Where the vendors are.
    ///
    /// @param key what CoinGecko knows us by
    public record Vendors(URI coingecko, Optional<String> key, URI kraken) {
        @Override
        public String toString() {
            return "Vendors[" + coingecko.getHost() + ", " + kraken.getHost() + "]";
        }
    }

    private final Vendors vendors;
    private final Duration ageMax;
    private final InstantSource clock;
    private final Map<RatePair, RateRule> rules = new HashMap<>();
    private final Map<RatePair, String> coins = new HashMap<>();
    private final Map<RatePair, String> markets = new HashMap<>();
    private final Map<RatePair, Chainlink.Feed> feeds = new HashMap<>();

    /// @param ageMax how old a price may be
    public Sources(Vendors vendors, Duration ageMax, InstantSource clock) {
        this.vendors = vendors;
        this.ageMax = ageMax;
        this.clock = clock;
    }

    /// By which rule a pair is judged.
    public void judge(RatePair pair, RateRule rule) {
        rules.put(pair, rule);
    }

    /// Has CoinGecko asked for a pair.
    ///
    /// @throws IllegalArgumentException in words that follow the setting's name if it has no such names
    public void coingecko(RatePair pair, String coin) {
        checked(CoinGecko.COIN, coin, "such as coingecko:ethereum: the API ID on the coin's page there");
        put(coins, pair, coin, CoinGecko.NAME);
    }

    /// Has Kraken asked for a pair.
    ///
    /// @throws IllegalArgumentException in words that follow the setting's name if it has no such names
    public void kraken(RatePair pair, String market) {
        checked(Kraken.MARKET, market, "such as kraken:XETHZUSD: the name as it stands in Kraken's own answers");
        put(markets, pair, market, Kraken.NAME);
    }

    /// Has a price feed asked for a pair.
    ///
    /// @throws IllegalArgumentException in words that follow the setting's name if it has one already
    public void chainlink(RatePair pair, Chainlink.Feed feed) {
        put(feeds, pair, feed, Chainlink.NAME);
    }

    /// All of them.
    ///
    /// @param rest between two questions to one source
    public LiveRates live(Duration rest) {
        var sources = new ArrayList<RateSource>();
        if (!coins.isEmpty()) {
            sources.add(new CoinGecko(vendors.coingecko(), vendors.key(), coins, ageMax, clock));
        }
        if (!markets.isEmpty()) {
            sources.add(new Kraken(vendors.kraken(), markets, ageMax, clock));
        }
        if (!feeds.isEmpty()) {
            sources.add(new Chainlink(feeds, ageMax, clock));
        }
        return new LiveRates(rules, new LiveRates.Asked(List.copyOf(sources), rest), clock);
    }

    private static void checked(Pattern shape, String name, String example) {
        if (!shape.matcher(name).matches()) {
            throw new IllegalArgumentException("names '" + name + "', but must be " + example);
        }
    }

    private static <T> void put(Map<RatePair, T> places, RatePair pair, T place, String source) {
        if (places.put(pair, place) != null) {
            throw new IllegalArgumentException("lists " + source + " twice: a source has one voice");
        }
    }
}
