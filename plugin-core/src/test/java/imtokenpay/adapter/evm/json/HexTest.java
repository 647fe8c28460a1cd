package imtokenpay.adapter.evm.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HexTest {
    private static final int SEED = 3;

    @Test
    void eight_digits_are_read_in_small_and_capital_letters() {
        var random = new Random(SEED);
        for (var round = 0; round < 10_000; round++) {
            var number = random.nextInt();
            var format = random.nextBoolean() ? HexFormat.of() : HexFormat.of().withUpperCase();
            var text = ("x" + format.toHexDigits(number)).getBytes(StandardCharsets.US_ASCII);
            assertEquals(Integer.toUnsignedLong(number), Hex.eight(text, 1));
        }
    }

    @Test
    void no_other_byte_is_a_digit_at_any_place() {
        for (var place = 0; place < Long.BYTES; place++) {
            for (var other = 0; other <= 0xFF; other++) {
                var text = "00000000".getBytes(StandardCharsets.US_ASCII);
                text[place] = (byte) other;
                var digit = other > 0x7F ? -1 : Character.digit(other, 16);
                var expected = digit < 0 ? -1L : (long) digit << 4 * (Long.BYTES - 1 - place);
                assertEquals(expected, Hex.eight(text, 0), place + ": " + other);
            }
        }
    }
}
