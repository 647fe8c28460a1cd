package imtokenpay.merchant.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecoveryCodeTest {
    private static final RecoveryCode CODE = new RecoveryCode("ABCDEFGHIJKLMNO2");

    @ParameterizedTest
    @ValueSource(strings = {"ABCD-EFGH-IJKL-MNO2", "abcd efgh ijkl mno2", " abcdefghijklmno2 ", "ABCD-EFGH-1JKL-MN02"})
    void it_is_read_however_people_write_it(String typed) {
        assertEquals(Optional.of(CODE), RecoveryCode.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "ABCD-EFGH-IJKL-MNO", "ABCD-EFGH-IJKL-MNO22", "ABCD-EFGH-IJKL-MNO8"})
    void what_can_be_none_is_none(String typed) {
        assertEquals(Optional.empty(), RecoveryCode.read(typed));
    }

    @Test
    void it_is_shown_in_fours_kept_as_a_hash_and_hidden_elsewhere() {
        assertEquals("ABCD-EFGH-IJKL-MNO2", CODE.text());
        assertEquals(64, CODE.sha256().length());
        assertFalse(CODE.toString().contains("ABCD"));
        var random = RecoveryCode.random(new Random(7));
        assertEquals(Optional.of(random), RecoveryCode.read(random.text()));
    }
}
