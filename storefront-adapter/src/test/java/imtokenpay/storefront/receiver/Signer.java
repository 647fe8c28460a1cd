package imtokenpay.storefront.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as the plugin does; written from the standard, not from the code under test.
record Signer(byte[] key) {

    static Signer named(String name) {
        return new Signer("%-32s".formatted(name).getBytes(StandardCharsets.US_ASCII));
    }

    SignedMessage sign(String id, Instant at, byte[] body) {
        return new SignedMessage(
                id,
                String.valueOf(at.getEpochSecond()),
                signature(id + "." + at.getEpochSecond() + "." + new String(body, StandardCharsets.UTF_8)),
                body);
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
