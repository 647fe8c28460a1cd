package imtokenpay.adapter.rates;

import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// Price feeds on the chains themselves, read through the nodes that are configured anyway, and believed by the same
/// quorum: no other party on the web learns or decides anything.
public final class Chainlink implements RateSource {
    /// Its name in the configuration.
    public static final String NAME = "chainlink";

    private static final int DECIMALS_MAX = 36;

    /// A feed.
    ///
    /// @param reader of its chain
    /// @param contract its address
    /// @param ageMax how old its price may be: it is renewed when it has moved by so much or its heartbeat is over
    public record Feed(ChainReader reader, String contract, Duration ageMax) {}

    private final Map<RatePair, Feed> feeds;
    private final Duration heardMax;
    private final InstantSource clock;

    /// @param heardMax for how long what was read may be used
    public Chainlink(Map<RatePair, Feed> feeds, Duration heardMax, InstantSource clock) {
        this.feeds = Map.copyOf(feeds);
        this.heardMax = heardMax;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Answer ask() {
        return Answer.of(feeds.keySet(), pair -> report(feeds.get(pair), clock.instant()));
    }

    @Override
    public void close() {
        // The readers are the networks' own.
    }

    private RateReport report(Feed feed, Instant heard) {
        try {
            var said = feed.reader().feed(feed.contract());
            if (said.answer().signum() <= 0 || said.decimals() > DECIMALS_MAX) {
                throw new SourceFailed(Reason.ABSURD, "what it says cannot be a price");
            }
            var rate = new BigDecimal(said.answer(), said.decimals());
            return new Worth(NAME, heardMax, feed.ageMax()).report(rate, said.updatedAt(), heard);
        } catch (ChainUnavailable why) {
            throw new SourceFailed(reason(why.reason()), String.valueOf(why.getMessage()), why);
        }
    }

    private static Reason reason(ChainUnavailable.Reason why) {
        return switch (why) {
            case UNREACHABLE, BEHIND -> Reason.UNREACHABLE;
            case LIMIT -> Reason.REFUSED;
            case NOT_UNDERSTOOD, WRONG_CHAIN, INCONSISTENT -> Reason.NOT_UNDERSTOOD;
        };
    }
}
