package imtokenpay.storefront.receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_763_892_000);
    private static final Signer OLD = Signer.named("old");
    private static final Signer NEW = Signer.named("new");
    private static final byte[] BODY = "{\"a\": \"ü\"}".getBytes(StandardCharsets.UTF_8);

    private final Signatures signatures =
            new Signatures(List.of(OLD.key(), NEW.key()), Duration.ofSeconds(300), () -> NOW);
    private final SignedMessage good = NEW.sign("evt_1", NOW, BODY);

    @Test
    void the_vector_of_the_standard_holds() {
        byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        SignedMessage message = new SignedMessage(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertTrue(new Signatures(List.of(key), Duration.ofSeconds(300), () -> NOW).genuine(message));
    }

    @Test
    void either_secret_signs_while_one_is_being_changed() {
        assertTrue(signatures.genuine(good));
        assertTrue(signatures.genuine(OLD.sign("evt_1", NOW, BODY)));
        assertFalse(signatures.genuine(Signer.named("strange").sign("evt_1", NOW, BODY)));
    }

    @Test
    void one_good_signature_among_several_is_enough() {
        String several = "v1,AAAA v1a,BBBB " + good.signatures();
        assertTrue(signatures.genuine(new SignedMessage("evt_1", good.timestamp(), several, BODY)));
    }

    @Test
    void a_changed_body_is_not_genuine() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] changed = BODY.clone();
            changed[i] ^= 1;
            assertFalse(signatures.genuine(new SignedMessage("evt_1", good.timestamp(), good.signatures(), changed)));
        }
    }

    @Test
    void a_changed_id_time_or_signature_is_not_genuine() {
        String later = String.valueOf(NOW.getEpochSecond() + 1);
        assertFalse(signatures.genuine(new SignedMessage("evt_2", good.timestamp(), good.signatures(), BODY)));
        assertFalse(signatures.genuine(new SignedMessage("evt_1", later, good.signatures(), BODY)));
        String other = good.signatures().replace("v1,", "v2,");
        assertFalse(signatures.genuine(new SignedMessage("evt_1", good.timestamp(), other, BODY)));
        assertFalse(signatures.genuine(new SignedMessage("evt_1", good.timestamp(), "v1,", BODY)));
    }

    @Test
    void without_a_secret_nothing_is_genuine() {
        assertFalse(new Signatures(List.of(), Duration.ofSeconds(300), () -> NOW).genuine(good));
    }

    @Test
    void the_time_may_be_300_seconds_away_in_either_direction() {
        assertTrue(tolerable(-300));
        assertTrue(tolerable(300));
        assertFalse(tolerable(-301));
        assertFalse(tolerable(301));
    }

    @Test
    void the_skew_is_measured_against_our_clock() {
        assertEquals(Duration.ofSeconds(40), signatures.skew(OLD.sign("evt_1", NOW.minusSeconds(40), BODY)));
        assertEquals(Duration.ofSeconds(-40), signatures.skew(OLD.sign("evt_1", NOW.plusSeconds(40), BODY)));
    }

    private boolean tolerable(long seconds) {
        return signatures.tolerable(signatures.skew(NEW.sign("evt_1", NOW.plusSeconds(seconds), BODY)));
    }
}
