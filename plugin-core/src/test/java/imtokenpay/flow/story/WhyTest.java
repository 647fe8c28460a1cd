package imtokenpay.flow.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Tally;
import imtokenpay.payment.Terms;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhyTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Decision NONE = new Decision.None();
    private static final Decision CANCELLED = new Decision.Cancelled(NOW);
    private static final Decision ACCEPTED = new Decision.Accepted(NOW);
    private static final Decision CLOSED = new Decision.Closed(NOW, eth(0));

    private final Set<Why> told = EnumSet.noneOf(Why.class);

    @Test
    void each_standing_says_why() {
        assertEquals(Why.NOTHING_YET, why(PaymentStatus.AWAITING, NONE, 0, 0));
        assertEquals(Why.NOT_ENOUGH_YET, why(PaymentStatus.UNDERPAID, NONE, 9, 0));
        assertEquals(Why.NOT_FINAL_YET, why(PaymentStatus.CONFIRMING, NONE, 10, 0));
        assertEquals(Why.PAID, why(PaymentStatus.SETTLED, NONE, 10, 0));
        assertEquals(Why.ACCEPTED, why(PaymentStatus.SETTLED, ACCEPTED, 9, 0));
        assertEquals(Why.NOTHING_IN_TIME, why(PaymentStatus.EXPIRED, NONE, 0, 0));
        assertEquals(Why.CALLED_OFF, why(PaymentStatus.CANCELLED, CANCELLED, 0, 0));
        assertEquals(Why.CAME_AFTER_CANCEL, why(PaymentStatus.UNRESOLVED, CANCELLED, 0, 10));
        assertEquals(Why.TOO_LITTLE, why(PaymentStatus.UNRESOLVED, NONE, 9, 0));
        assertEquals(Why.TOO_LATE, why(PaymentStatus.UNRESOLVED, NONE, 0, 10));
        assertEquals(Why.TOO_LATE, why(PaymentStatus.UNRESOLVED, NONE, 9, 1));
        assertEquals(Why.TOO_LITTLE_TOO_LATE, why(PaymentStatus.UNRESOLVED, NONE, 5, 4));
        assertEquals(Why.TOO_LITTLE_TOO_LATE, why(PaymentStatus.UNRESOLVED, NONE, 0, 9));
        assertEquals(Why.LEFT_THE_CHAIN, why(PaymentStatus.UNRESOLVED, ACCEPTED, 0, 0));
        assertEquals(Why.LEFT_THE_CHAIN, why(PaymentStatus.REVERSED, NONE, 0, 0));
        assertEquals(Why.CLOSED, why(PaymentStatus.CLOSED, CLOSED, 0, 4));
        assertEquals(Why.CAME_AFTER_CLOSE, why(PaymentStatus.UNRESOLVED, CLOSED, 0, 5));
        assertEquals(EnumSet.allOf(Why.class), told);
    }

    private Why why(PaymentStatus status, Decision decision, long inTime, long late) {
        var why = Why.of(payment(status, decision), new Tally(eth(inTime), eth(0), eth(late), 0));
        told.add(why);
        return why;
    }

    private static Payment payment(PaymentStatus status, Decision decision) {
        var price = Price.of("10", "EUR");
        var request = new PaymentRequest(
                "order", price, ETH.id(), new PaymentRequest.Wording("", ""), PaymentRequest.References.NONE);
        var quote = new Quote(price, new Rate(BigDecimal.ONE, "configured"), eth(10), NOW);
        return new Payment(
                new PaymentId("pay_" + "A".repeat(26)),
                new Payment.Origin("books", request, quote),
                new Address("0x52908400098527886E0F7030069857D2E4169EE7"),
                new Terms(eth(10), NOW, NOW.plusSeconds(900), new Finality.Depth(3), decision),
                new Payment.Standing(status, 1, eth(0)));
    }

    private static Amount eth(long wei) {
        return new Amount(BigInteger.valueOf(wei), ETH);
    }
}
