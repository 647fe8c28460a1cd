package imtokenpay.storefront;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayableOrderTest {

    @ParameterizedTest
    @CsvSource({"12.5, USD, 12.50", "12.500, USD, 12.50", "12, USD, 12.00", "1200, JPY, 1200", "1.234, KWD, 1.234"})
    void an_amount_is_brought_to_the_digits_of_its_currency(String given, String currency, String expected) {
        assertEquals(expected, order(given, currency, "").amount().toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"12.505, USD", "12.5, JPY", "-0.01, USD", "1, DOLLARS"})
    void what_no_one_can_pay_is_refused(String given, String currency) {
        assertThrows(IllegalArgumentException.class, () -> order(given, currency, ""));
    }

    @Test
    void a_long_description_is_cut_between_characters() {
        assertEquals("x".repeat(140), order("1", "USD", "x".repeat(141)).description());
        assertEquals(
                139, order("1", "USD", "x".repeat(139) + "📚📚").description().length());
    }

    private static PayableOrder order(String amount, String currency, String description) {
        return new PayableOrder(new BigDecimal(amount), currency, description, true);
    }
}
