package imtokenpay.storefront.receiver;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Checks the signature of a webhook by Standard Webhooks 1.0.
public final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private final List<byte[]> keys;
    private final Duration tolerance;
    private final InstantSource clock;

    /// @param keys any of which may have signed
    /// @param tolerance how far a message's time may be away from the clock, in either direction
    public Signatures(List<byte[]> keys, Duration tolerance, InstantSource clock) {
        this.keys = List.copyOf(keys);
        this.tolerance = tolerance;
        this.clock = clock;
    }

    /// Whether one of the keys has signed exactly this message. Says nothing about its age.
    boolean genuine(SignedMessage message) {
        boolean genuine = false;
        for (byte[] key : keys) {
            byte[] due = signature(key, message);
            for (String given : message.signatures().split(" ")) {
                // No way out early: the time taken shall not tell which key or signature was near.
                genuine |= MessageDigest.isEqual(due, given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return genuine;
    }

    /// How far the message's time is behind our clock; negative when it is ahead.
    Duration skew(SignedMessage message) {
        return Duration.between(Instant.ofEpochSecond(message.seconds()), clock.instant());
    }

    boolean tolerable(Duration skew) {
        return skew.abs().compareTo(tolerance) <= 0;
    }

    private static byte[] signature(byte[] key, SignedMessage message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((message.id() + "." + message.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            String text = VERSION + Base64.getEncoder().encodeToString(mac.doFinal(message.body()));
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
