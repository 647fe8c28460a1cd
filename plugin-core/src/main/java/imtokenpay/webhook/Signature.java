package imtokenpay.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what is sent to a store, by Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`.
public final class Signature {
    private static final String PREFIX = "whsec_";
    private static final int KEY_BYTES_MIN = 24;
    private static final int KEY_BYTES_MAX = 64;

    private Signature() {}

    /// A signing secret. Its text never leaves this class.
    public static final class Secret {
        private final byte[] key;

        private Secret(byte[] key) {
            this.key = key;
        }

        /// Reads `whsec_` + base64 of 24 to 64 bytes.
        ///
        /// @throws IllegalArgumentException if it is anything else; the message does not repeat it
        public static Secret parse(String text) {
            if (!text.startsWith(PREFIX)) {
                throw new IllegalArgumentException("a webhook secret starts with " + PREFIX);
            }
            byte[] key;
            try {
                key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            } catch (IllegalArgumentException notBase64) {
                throw new IllegalArgumentException("a webhook secret is base64 after " + PREFIX, notBase64);
            }
            if (key.length < KEY_BYTES_MIN || key.length > KEY_BYTES_MAX) {
                throw new IllegalArgumentException("a webhook secret has " + KEY_BYTES_MIN + " to " + KEY_BYTES_MAX
                        + " bytes, this one has " + key.length);
            }
            return new Secret(key);
        }

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }

    /// The value of the `webhook-signature` header: a signature by each secret, in their order.
    ///
    /// @param at the moment of the attempt; its seconds go into `webhook-timestamp`
    public static String of(List<Secret> secrets, String id, Instant at, String body) {
        return secrets.stream().map(secret -> of(secret, id, at, body)).collect(Collectors.joining(" "));
    }

    /// A signature by one secret.
    public static String of(Secret secret, String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.key, "HmacSHA256"));
            var signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }
}
