package imtokenpay.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.money.Price;
import imtokenpay.quote.Quote;
import imtokenpay.quote.Rate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {
    private static final Instant OPENED = Instant.parse("2026-11-23T10:00:00Z");
    private static final Terms TERMS = new Terms(
            Scenario.eth("2"), OPENED, OPENED.plus(Scenario.WINDOW), new Finality.Depth(6), new Decision.None());
    private static final Payment AWAITING = payment();

    @Test
    void each_event_has_the_next_number_and_a_surplus_that_is_lost_has_none() {
        var settled = AWAITING.movedTo(PaymentStatus.SETTLED);
        var overpaid = settled.withSurplus(Scenario.eth("3"));
        var less = overpaid.withLessSurplus(Scenario.eth("1"));
        assertEquals(new Payment.Standing(PaymentStatus.SETTLED, 1, Scenario.eth("0")), settled.standing());
        assertEquals(new Payment.Standing(PaymentStatus.SETTLED, 2, Scenario.eth("3")), overpaid.standing());
        assertEquals(new Payment.Standing(PaymentStatus.SETTLED, 2, Scenario.eth("1")), less.standing());
    }

    @Test
    void amended_terms_change_nothing_else() {
        var amended = TERMS.decided(new Decision.Cancelled(OPENED.plusSeconds(1)));
        assertEquals(
                new Payment(AWAITING.id(), AWAITING.origin(), AWAITING.receiver(), amended, AWAITING.standing()),
                AWAITING.under(amended));
    }

    @Test
    void who_accepts_less_lowers_what_is_due_and_who_accepts_more_does_not_raise_it() {
        var at = OPENED.plusSeconds(1);
        assertEquals(Scenario.eth("1"), TERMS.accepting(Scenario.eth("1"), at).due());
        assertEquals(Scenario.eth("2"), TERMS.accepting(Scenario.eth("2"), at).due());
        assertEquals(Scenario.eth("2"), TERMS.accepting(Scenario.eth("3"), at).due());
    }

    @Test
    void a_new_name_cannot_be_confused_and_has_the_shape_of_one() {
        var id = PaymentId.random(new SplittableRandom(1));
        assertTrue(PaymentId.isOne(id.text()));
        assertEquals(id.text(), id.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pay_", "pay_IIIIIIIIIIIIIIIIIIIIIIIIII", "pay_7ZZZZZZZZZZZZZZZZZZZZZZZZZZ", "7Q"})
    void rubbish_is_no_name(String text) {
        assertFalse(PaymentId.isOne(text));
        assertThrows(IllegalArgumentException.class, () -> new PaymentId(text));
    }

    @Test
    void a_refusal_says_why_in_words_and_in_a_code() {
        var refusal = new Refusal(Refusal.Reason.NO_RATE);
        assertEquals(Refusal.Reason.NO_RATE, refusal.reason());
        assertEquals("no_rate", refusal.reason().code());
        assertEquals(refusal.reason().words(), refusal.getMessage());
        assertTrue(Arrays.stream(Refusal.Reason.values())
                .allMatch(reason -> reason.words().endsWith(".")));
    }

    private static Payment payment() {
        var price = Price.of("5.00", "USD");
        var request = new PaymentRequest(
                "1042", price, Scenario.ETH.id(), new PaymentRequest.Wording("", ""), PaymentRequest.References.NONE);
        var quote = Quote.of(price, Scenario.ETH, Rate.fixed(new BigDecimal("2.5")), OPENED);
        return new Payment(
                PaymentId.random(new SplittableRandom(7)),
                new Payment.Origin("shop", request, quote),
                new Address("shop"),
                TERMS,
                new Payment.Standing(PaymentStatus.AWAITING, 0, Scenario.eth("0")));
    }
}
