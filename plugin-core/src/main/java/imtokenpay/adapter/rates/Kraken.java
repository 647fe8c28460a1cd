package imtokenpay.adapter.rates;

import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Kraken, or whoever answers as it does (docs.kraken.com, "Get Ticker Information", read 2026-11). The best bid is
/// taken: what a coin can be sold for at this moment, where the last trade may be of any age.
public final class Kraken implements RateSource {
    /// Its name in the configuration.
    public static final String NAME = "kraken";

    /// How it names a market in its answers, such as `XETHZUSD` or `USDCUSD`.
    public static final Pattern MARKET = Pattern.compile("[A-Z0-9]{5,20}");

    private static final int WORDS_MAX = 100;

    private final Map<RatePair, String> markets;
    private final Vendor vendor;
    private final Worth worth;
    private final InstantSource clock;

    /// @param base its address, such as `https://api.kraken.com`
    /// @param markets where each pair is traded there
    /// @param ageMax how old a price may be
    public Kraken(URI base, Map<RatePair, String> markets, Duration ageMax, InstantSource clock) {
        this.markets = Map.copyOf(markets);
        var asked = String.join(",", new TreeSet<>(markets.values()));
        this.vendor = new Vendor(Vendor.question(base, "/0/public/Ticker?pair=" + asked), Map.of());
        this.worth = new Worth(NAME, ageMax, ageMax);
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask() {
        // It says no time, so its prices are of the moment before it was asked, and never later.
        var heard = clock.instant();
        var answer = vendor.answer();
        Optional.ofNullable(answer.get("error/0")).ifPresent(error -> {
            throw new SourceFailed(Reason.REFUSED, "it answers " + plain(error));
        });
        return Answer.of(
                markets.keySet(),
                pair -> worth.report(Vendor.at(answer, "result/" + markets.get(pair) + "/b/0"), heard, heard));
    }

    @Override
    public void close() {
        vendor.close();
    }

    private static String plain(String error) {
        var oneLine = error.replaceAll("[^ -~]", " ");
        return oneLine.length() > WORDS_MAX ? oneLine.substring(0, WORDS_MAX) + "..." : oneLine;
    }
}
