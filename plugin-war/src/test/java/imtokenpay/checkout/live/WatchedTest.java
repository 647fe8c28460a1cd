package imtokenpay.checkout.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.flow.seen.Seen;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a waiting page is told of money on its way.
class WatchedTest {
    private static final Asset BTC = new Asset("bip122:000000000019d6689c085ae165831e93/slip44:0", "BTC", 8);
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final String STANDING = "\"status\":\"awaiting\",\"sequence\":0,\"confirmations\":0,"
            + "\"confirmationsRequired\":3,\"received\":\"0\"";

    private final Watched watched = new Watched(awaiting(), 0);

    @Test
    void where_it_is_not_known_nothing_is_said_of_it() {
        assertEquals("{" + STANDING + "}", watched.standing(1));
        watched.sees(seen(5, false));
        watched.sees(Optional.empty());
        assertEquals("{" + STANDING + "}", watched.standing(1));
    }

    @Test
    void what_is_seen_is_told_beside_the_standing_and_changes_nothing_of_it() {
        watched.sees(seen(12_000, false));
        assertEquals("{" + STANDING + ",\"seen\":\"0.00012\",\"replaceable\":false}", watched.standing(1));
        watched.sees(seen(12_000, true));
        assertTrue(watched.standing(1).endsWith("\"seen\":\"0.00012\",\"replaceable\":true}"), watched.standing(1));
        watched.sees(seen(0, false));
        assertTrue(watched.standing(1).endsWith("\"seen\":\"0\",\"replaceable\":false}"), watched.standing(1));
    }

    @Test
    void the_standing_that_comes_later_says_it_still() {
        watched.sees(seen(12_000, false));
        watched.now(awaiting());
        assertTrue(watched.standing(1).contains("\"seen\":\"0.00012\""), watched.standing(1));
        assertFalse(watched.isForgotten(1));
    }

    private static Optional<Seen> seen(long sats, boolean isReplaceable) {
        return Optional.of(new Seen(bitcoins(sats), isReplaceable));
    }

    private static Amount bitcoins(long sats) {
        return new Amount(BigInteger.valueOf(sats), BTC);
    }

    private static Snapshot awaiting() {
        var price = Price.of("10.80", "USD");
        var request = new PaymentRequest(
                "order", price, BTC.id(), new PaymentRequest.Wording("", ""), PaymentRequest.References.NONE);
        var due = bitcoins(12_000);
        var quote = new Quote(price, Rate.fixed(new BigDecimal(90_000)), due, NOW);
        var terms = new Terms(due, NOW, NOW.plus(Duration.ofHours(1)), new Finality.Depth(3), new Decision.None());
        var payment = new Payment(
                PaymentId.random(new Random(1)),
                new Payment.Origin("books", request, quote),
                new Address("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
                terms,
                new Payment.Standing(PaymentStatus.AWAITING, 0, Amount.zero(BTC)));
        return new Snapshot(payment, List.of(), new ChainView(BTC.chain(), 100, NOW), "Bitcoin", false);
    }
}
