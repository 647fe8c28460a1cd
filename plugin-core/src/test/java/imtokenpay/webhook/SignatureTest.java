package imtokenpay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// The vector that Standard Webhooks' own libraries are tested with.
    @Test
    void the_published_vector_is_reproduced() {
        var at = Instant.ofEpochSecond(1614265330);
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(
                        Signature.Secret.parse(SECRET), "msg_p5jXN8AQM9LWM0D4loKWxJek", at, "{\"test\": 2432232314}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_c2hvcnQ=",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "whsec_not base64 at all !!!!!!!!"
            })
    void a_weak_or_broken_secret_is_refused_without_being_repeated(String text) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> Signature.Secret.parse(text));
        var key = text.replace("whsec_", "");
        assertFalse(!key.isEmpty() && refusal.getMessage().contains(key), refusal.getMessage());
    }

    @Test
    void a_secret_does_not_tell_itself() {
        assertEquals("Secret[hidden]", Signature.Secret.parse(SECRET).toString());
    }
}
