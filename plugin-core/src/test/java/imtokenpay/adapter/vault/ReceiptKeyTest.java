package imtokenpay.adapter.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signed receipts, checked by the JDK's own Ed25519.
class ReceiptKeyTest {
    private static final String RECEIPT = "{\"receipt\":\"v1\",\"store\":\"茶 & Tee\",\"paid\":\"25.37\"}";
    // A public key's frame (RFC 8410 4), before its 32 bytes.
    private static final byte[] FRAME = HexFormat.of().parseHex("302a300506032b6570032100");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_receipt_is_proven_by_the_public_key_alone() throws GeneralSecurityException {
        var key = written(1);
        var signed = key.sign(RECEIPT).orElseThrow();
        assertTrue(isProven(signed, key));
        assertEquals(RECEIPT, text(signed.split("\\.", -1)[1]));
        var header = json(text(signed.split("\\.", -1)[0]));
        assertEquals("EdDSA", header.getString("alg"));
        assertEquals(publicKey(key).getString("kid"), header.getString("kid"));
        assertEquals(thumbprint(publicKey(key).getString("x")), header.getString("kid"));
    }

    @Test
    void every_byte_counts() throws GeneralSecurityException {
        var key = written(1);
        var signed = key.sign(RECEIPT).orElseThrow();
        var end = signed.lastIndexOf('.');
        for (var i = 0; i < end; i++) {
            var other = signed.charAt(i) == 'A' ? 'B' : 'A';
            assertFalse(isProven(signed.substring(0, i) + other + signed.substring(i + 1), key), "at " + i);
        }
    }

    @Test
    void all_nodes_with_one_key_sign_alike_and_no_other_does() throws GeneralSecurityException {
        assertEquals(written(1).sign(RECEIPT), written(1).sign(RECEIPT));
        assertNotEquals(written(1).publicKeys(), written(2).publicKeys());
        assertFalse(isProven(written(1).sign(RECEIPT).orElseThrow(), written(2)));
    }

    @Test
    void the_settings_key_is_not_given_away() {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) 1);
        var x = publicKey(written(1)).getString("x");
        assertNotEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(secret), x);
    }

    @Test
    void where_a_key_may_be_made_the_first_receipt_makes_it() throws GeneralSecurityException {
        var file = folder.resolve("settings.key");
        var key = new ReceiptKey(new SettingsKey(Optional.empty(), Optional.of(file)));
        assertTrue(isProven(key.sign(RECEIPT).orElseThrow(), key));
        assertTrue(Files.exists(file));
    }

    @Test
    void where_the_key_must_be_written_and_is_not_nothing_is_signed() {
        var key = new ReceiptKey(new SettingsKey(Optional.empty(), Optional.empty()));
        assertEquals(Optional.empty(), key.sign(RECEIPT));
        assertEquals(0, json(key.publicKeys()).getJsonArray("keys").size());
    }

    private static ReceiptKey written(int fill) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        var text = Base64.getEncoder().encodeToString(secret);
        return new ReceiptKey(new SettingsKey(Optional.of(text), Optional.empty()));
    }

    private static boolean isProven(String signed, ReceiptKey key) throws GeneralSecurityException {
        var x = Base64.getUrlDecoder().decode(publicKey(key).getString("x"));
        var encoded = Arrays.copyOf(FRAME, FRAME.length + x.length);
        System.arraycopy(x, 0, encoded, FRAME.length, x.length);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        var end = signed.lastIndexOf('.');
        verifier.update(signed.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(signed.substring(end + 1)));
    }

    private static JsonObject publicKey(ReceiptKey key) {
        return json(key.publicKeys()).getJsonArray("keys").getJsonObject(0);
    }

    private static String thumbprint(String x) throws GeneralSecurityException {
        var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
        var digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }
}
