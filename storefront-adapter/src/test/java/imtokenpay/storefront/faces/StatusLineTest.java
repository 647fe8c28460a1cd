package imtokenpay.storefront.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusLineTest {

    @ParameterizedTest
    @CsvSource({
        "AWAITING, 0, 6, Waiting for your payment",
        "CONFIRMING, 2, 6, Payment seen: 2 of 6 confirmations",
        "SETTLED, 6, 6, Paid",
        "EXPIRED, 0, 6, Not paid in time: the payment has expired",
        "CANCELLED, 0, 6, The payment was cancelled"
    })
    void one_line_says_how_a_payment_stands(PaymentStatus status, int confirmations, int required, String words) {
        assertEquals(words, line(status, confirmations, required).words());
    }

    @Test
    void without_the_plugins_answer_no_number_is_made_up() {
        assertEquals(
                "Payment seen, waiting for confirmations",
                line(PaymentStatus.CONFIRMING, 0, 0).words());
    }

    @Test
    void a_link_leads_to_a_page_of_the_web_and_nowhere_else() {
        assertThrows(
                IllegalArgumentException.class, () -> standing(PaymentStatus.AWAITING, 0, 6, "javascript:alert(1)"));
    }

    private static StatusLine line(PaymentStatus status, int confirmations, int required) {
        return StatusLine.of(standing(status, confirmations, required, ""), Texts.in(Locale.ENGLISH));
    }

    private static PaymentStanding standing(PaymentStatus status, int confirmations, int required, String page) {
        return new PaymentStanding("pay_7Q", status, Example.ETH, confirmations, required, page);
    }
}
