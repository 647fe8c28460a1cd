package imtokenpay.adapter.rates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.FeedAnswer;
import imtokenpay.chain.watch.UnreadChain;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.quote.live.RatePair;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.RateSource;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChainlinkTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Duration AGE = Duration.ofSeconds(300);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3_600);
    private static final RatePair PAIR =
            new RatePair(new Asset("eip155:1/slip44:60", "ETH", 18), Currency.getInstance("USD"));

    @Test
    void a_feed_is_believed_for_its_heartbeat_but_what_was_read_of_it_no_longer_than_any_price() {
        var fresh = NOW.minusSeconds(10);
        assertEquals(
                Map.of(PAIR, new RateReport("chainlink", new BigDecimal("2500.12"), fresh, NOW, NOW.plus(AGE))),
                said("250012000000", 8, fresh).reports());
        var old = NOW.minusSeconds(3_590);
        assertEquals(
                NOW.plusSeconds(10),
                said("250012000000", 8, old).reports().get(PAIR).until());
    }

    @ParameterizedTest
    @CsvSource({
        "250012000000, 8, -3601, WRONG_TIME",
        "250012000000, 8, 61, WRONG_TIME",
        "0, 8, 0, ABSURD",
        "-250012000000, 8, 0, ABSURD",
        "250012000000, 37, 0, ABSURD",
        "250012000000, 36, 0, ABSURD",
        "57896044618658097711785492504343953926634992332820282019728792003956564819967, 8, 0, ABSURD"
    })
    void what_cannot_be_a_price_of_now_is_none(String answer, int decimals, int seconds, Reason why) {
        var said = said(answer, decimals, NOW.plusSeconds(seconds));
        assertEquals(Map.of(), said.reports());
        assertEquals(List.of(why), said.reasons());
    }

    @Test
    void a_feed_that_never_was_told_a_price_has_none() {
        assertEquals(
                List.of(Reason.WRONG_TIME),
                said("250012000000", 8, Instant.EPOCH).reasons());
    }

    @ParameterizedTest
    @CsvSource({
        "UNREACHABLE, UNREACHABLE",
        "BEHIND, UNREACHABLE",
        "LIMIT, REFUSED",
        "NOT_UNDERSTOOD, NOT_UNDERSTOOD",
        "WRONG_CHAIN, NOT_UNDERSTOOD",
        "INCONSISTENT, NOT_UNDERSTOOD"
    })
    void an_error_of_a_node_is_no_price(ChainUnavailable.Reason why, Reason reason) {
        var said = asked(() -> {
            throw new ChainUnavailable(why, "the node fails");
        });
        assertEquals(Map.of(), said.reports());
        assertEquals(List.of(reason), said.reasons());
    }

    private static RateSource.Answer said(String answer, int decimals, Instant updatedAt) {
        return asked(() -> new FeedAnswer(new BigInteger(answer), decimals, updatedAt));
    }

    private static RateSource.Answer asked(Supplier<FeedAnswer> answers) {
        var feed = new Chainlink.Feed(new Node(answers), "0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419", HEARTBEAT);
        try (var source = new Chainlink(Map.of(PAIR, feed), AGE, () -> NOW)) {
            return source.ask();
        }
    }

    private record Node(Supplier<FeedAnswer> answers) implements UnreadChain {
        @Override
        public ChainId chain() {
            return new ChainId("eip155:1");
        }

        @Override
        public FeedAnswer feed(String contract) {
            return answers.get();
        }
    }
}
