package imtokenpay.merchant.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change with the time: RFC 6238 with HMAC-SHA-1, steps of 30 seconds since 1970 and six
/// digits, which is what every authenticator app knows.
public final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int TEN_TO_THE_SIXTH = 1_000_000;
    // For a phone's clock that is a little wrong, and for slow fingers (RFC 6238, 5.2).
    private static final int STEPS_EITHER_WAY = 1;

    private Totp() {}

    /// The step that a moment is in.
    public static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /// The code of a step, six digits.
    public static String code(FactorSecret secret, long step) {
        var hash = hmac(secret, step);
        // RFC 4226, 5.3: the last four bits say where the four bytes stand of which the code is made.
        var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        return "%06d".formatted(number % TEN_TO_THE_SIXTH);
    }

    /// The step that a code is of: the one of now, or one more or less.
    ///
    /// @param after the code is of a later step than this
    /// @return empty if it is of none of them
    static OptionalLong stepOf(String code, FactorSecret secret, Instant now, long after) {
        var current = step(now);
        return LongStream.rangeClosed(current - STEPS_EITHER_WAY, current + STEPS_EITHER_WAY)
                .filter(step -> step > after)
                .filter(step -> isSame(code, code(secret, step)))
                .findFirst();
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(FactorSecret secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.bytes(), "RAW"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA1", impossible);
        }
    }
}
