package imtokenpay.merchant.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FactorSecretTest {
    private static final FactorSecret SECRET = FactorSecret.ofHex("3132333435363738393031323334353637383930");

    @Test
    void the_address_is_what_authenticator_apps_read() {
        assertEquals(
                "otpauth://totp/imToken%20Pay:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=imToken%20Pay",
                SECRET.address("anna"));
    }

    @Test
    void a_name_can_add_nothing_to_the_address() {
        assertEquals(
                SECRET.address("anna").replace("anna", "a%26secret%3Db%3F%20%3A%25"), SECRET.address("a&secret=b? :%"));
    }

    @Test
    void the_address_of_the_longest_name_fits_into_a_code() {
        var cut = SECRET.address("錢".repeat(64));
        assertTrue(cut.length() <= 230, cut);
        assertTrue(cut.contains(":" + "%E9%8C%A2".repeat(15) + "?"), cut);
        assertTrue(SECRET.address("a".repeat(64)).contains("a".repeat(64)));
    }

    @Test
    void it_is_kept_and_read_again_and_hides_itself_elsewhere() {
        var secret = FactorSecret.random(new Random(7));
        assertEquals(secret, FactorSecret.ofHex(secret.hex()));
        assertEquals(32, secret.base32().length());
        assertFalse(secret.toString().contains(secret.hex()));
        assertThrows(IllegalArgumentException.class, () -> FactorSecret.ofHex("31323334"));
    }
}
