package imtokenpay.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceTest {
    private static final Asset USDT = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);

    @ParameterizedTest
    @CsvSource({
        "12.5, USD, 12.50 USD",
        "0.01, USD, 0.01 USD",
        "999999999999.99, USD, 999999999999.99 USD",
        "7, JPY, 7 JPY"
    })
    void a_price_is_shown_with_the_digits_of_its_currency(String value, String currency, String shown) {
        assertEquals(shown, Price.of(value, currency).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, USD, must be above zero",
        "0.00, USD, must be above zero",
        "12.505, USD, has more than the 2 decimals of USD",
        "1.5, JPY, has more than the 0 decimals of JPY",
        "1, XAU, XAU is not money that one can pay with",
        "1, USX, is not an ISO 4217 currency code",
        "1e3, USD, 'must be a plain decimal such as \"12.50\", at most 12 digits and 8 decimals'",
        "1000000000000, USD, 'must be a plain decimal such as \"12.50\", at most 12 digits and 8 decimals'"
    })
    void what_cannot_be_paid_is_refused_in_words(String value, String currency, String words) {
        var refused = assertThrows(IllegalArgumentException.class, () -> Price.of(value, currency));
        assertEquals(words, refused.getMessage());
    }

    @Test
    void a_price_from_elsewhere_is_bounded_too() {
        var dollar = Currency.getInstance("USD");
        assertThrows(IllegalArgumentException.class, () -> new Price(BigDecimal.TEN.pow(12), dollar));
        assertThrows(IllegalArgumentException.class, () -> new Price(BigDecimal.ZERO, dollar));
        assertThrows(IllegalArgumentException.class, () -> new Price(BigDecimal.ONE.negate(), dollar));
    }

    @Test
    void an_asset_is_its_id_and_an_amount_is_shown_with_its_symbol() {
        var renamed = new Asset(USDT.id(), "USDT0", 6);
        assertEquals(USDT, renamed);
        assertEquals(USDT.hashCode(), renamed.hashCode());
        assertFalse(USDT.equals(new Asset("eip155:1/slip44:60", "USDT", 6)));
        assertTrue(USDT.toString().startsWith("USDT (eip155:1/erc20:"));
        assertEquals("12.5 USDT", Amount.atLeast(new BigDecimal("12.5"), USDT).toString());
        assertEquals("eip155:1", USDT.chain().toString());
    }
}
