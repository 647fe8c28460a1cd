package imtokenpay.merchant.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final FactorSecret RFC =
            FactorSecret.ofHex(HexFormat.of().formatHex("12345678901234567890".getBytes(StandardCharsets.US_ASCII)));

    // RFC 6238, appendix B, SHA-1. It shows eight digits, of which six are the last ones.
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_vectors_of_rfc_6238_hold(long second, String code) {
        assertEquals(code.substring(2), Totp.code(RFC, Totp.step(Instant.ofEpochSecond(second))));
    }

    // RFC 4226, appendix D.
    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void the_vectors_of_rfc_4226_hold(long count, String code) {
        assertEquals(code, Totp.code(RFC, count));
    }

    @Test
    void a_code_is_of_the_step_of_now_or_one_beside_it() {
        var now = Instant.ofEpochSecond(6 * 30 + 29);
        assertEquals(OptionalLong.empty(), step("338314", now, 0));
        assertEquals(OptionalLong.of(5), step("254676", now, 0));
        assertEquals(OptionalLong.of(6), step("287922", now, 0));
        assertEquals(OptionalLong.of(7), step("162583", now, 0));
        assertEquals(OptionalLong.empty(), step("399871", now, 0));
    }

    @Test
    void a_code_of_a_step_that_was_used_is_of_none() {
        var now = Instant.ofEpochSecond(6 * 30);
        assertEquals(OptionalLong.of(7), step("162583", now, 6));
        assertEquals(OptionalLong.empty(), step("287922", now, 6));
        assertEquals(OptionalLong.empty(), step("254676", now, 6));
    }

    @ParameterizedTest
    @CsvSource({"''", "28792", "2879220", "0287922", "+287922", "٢٨٧٩٢٢", "287 922"})
    void nothing_but_the_six_digits_will_do(String code) {
        assertEquals(OptionalLong.empty(), step(code, Instant.ofEpochSecond(6 * 30), 0));
    }

    private static OptionalLong step(String code, Instant now, long after) {
        return Totp.stepOf(code, RFC, now, after);
    }
}
