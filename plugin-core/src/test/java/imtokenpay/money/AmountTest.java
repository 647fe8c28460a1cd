package imtokenpay.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
    private static final Asset ETH = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset DAI = new Asset("eip155:1/erc20:0x6B175474E89094C44Da98b954EedeAC495271d0F", "DAI", 18);

    @Test
    void no_amount_is_negative_or_beyond_an_evm_word() {
        var beyond = BigInteger.TWO.pow(256);
        assertThrows(IllegalArgumentException.class, () -> new Amount(BigInteger.ONE.negate(), ETH));
        assertThrows(IllegalArgumentException.class, () -> new Amount(beyond, ETH));
        assertEquals(beyond.subtract(BigInteger.ONE), new Amount(beyond.subtract(BigInteger.ONE), ETH).units());
    }

    @Test
    void amounts_of_two_assets_never_mix_even_with_equal_decimals() {
        var ether = Amount.atLeast(BigDecimal.ONE, ETH);
        var dai = Amount.atLeast(BigDecimal.ONE, DAI);
        assertThrows(IllegalArgumentException.class, () -> ether.plus(dai));
        assertThrows(IllegalArgumentException.class, () -> ether.covers(dai));
        assertThrows(IllegalArgumentException.class, () -> ether.above(dai));
    }

    @ParameterizedTest
    @CsvSource({
        "275, 18, 275",
        "0.000000000000000001, 18, 0.000000000000000001",
        "100, 0, 100",
        "1.10, 2, 1.1",
        "0, 6, 0"
    })
    void an_amount_reads_as_it_was_written(String coins, int decimals, String text) {
        var asset = new Asset("eip155:1/slip44:60", "X", decimals);
        assertEquals(text, Amount.atLeast(new BigDecimal(coins), asset).decimal());
    }

    @Test
    void what_the_asset_cannot_express_is_rounded_up() {
        var cents = new Asset("eip155:1/slip44:60", "X", 2);
        assertEquals("0.01", Amount.atLeast(new BigDecimal("0.001"), cents).decimal());
    }

    @Test
    void what_is_above_is_never_less_than_nothing() {
        var one = Amount.atLeast(BigDecimal.ONE, ETH);
        assertTrue(one.above(one.plus(one)).isZero());
        assertEquals(one, one.plus(one).above(one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0.00",
                "-1",
                "+1",
                "1e3",
                "1,5",
                " 1",
                "1.",
                ".5",
                "1000000000000",
                "NaN",
                "1.123456789"
            })
    void rubbish_is_no_price(String text) {
        assertThrows(IllegalArgumentException.class, () -> Price.of(text, "USD"));
    }

    @Test
    void what_a_person_writes_is_read_exactly_or_refused_in_words() {
        var usdt = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "USDT", 6);
        assertEquals(BigInteger.valueOf(500_000), Amount.parse("0.5", usdt).units());
        assertEquals(BigInteger.ONE, Amount.parse("0.00000100", usdt).units());
        assertEquals("must be digits with at most one point, such as 12.5", refusal("1e3", usdt));
        assertEquals("must be above zero", refusal("0.00", usdt));
        assertEquals("has more digits behind the point than the 6 of USDT", refusal("0.0000001", usdt));
    }

    private static String refusal(String text, Asset asset) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Amount.parse(text, asset))
                .getMessage());
    }

    @Test
    void a_price_has_no_more_digits_than_its_currency() {
        assertThrows(IllegalArgumentException.class, () -> Price.of("1.001", "USD"));
        assertThrows(IllegalArgumentException.class, () -> Price.of("1.5", "JPY"));
        assertThrows(IllegalArgumentException.class, () -> Price.of("1", "XAU"));
        assertEquals("12.50 USD", Price.of("12.5", "USD").toString());
        assertEquals("0.001 KWD", Price.of("0.001", "KWD").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eip155:1", "eip155/1", "eip155:1/erc20", "ETH", "eip155:1/slip44:60/x y"})
    void rubbish_is_no_asset_id(String id) {
        assertThrows(IllegalArgumentException.class, () -> new Asset(id, "X", 18));
    }
}
