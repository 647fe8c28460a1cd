package imtokenpay.adapter.hd;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The alphabet that extended keys are written in, with the checksum that finds a mistyped letter.
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(ALPHABET.length());
    private static final int CHECKSUM_BYTES = 4;

    /// Longer than any key; the work grows with the square of the length.
    private static final int LENGTH_MAX = 200;

    private Base58() {}

    /// The bytes before the checksum.
    ///
    /// @throws IllegalArgumentException if a letter is none of the alphabet's, or the checksum is wrong; never
    /// repeats the text, which may be a secret
    static byte[] checked(String text) {
        var bytes = bytes(text);
        if (bytes.length < CHECKSUM_BYTES) {
            throw new IllegalArgumentException("is too short");
        }
        var payload = Arrays.copyOf(bytes, bytes.length - CHECKSUM_BYTES);
        var written = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!Arrays.equals(written, Arrays.copyOf(sha256(sha256(payload)), CHECKSUM_BYTES))) {
            throw new IllegalArgumentException(
                    "has a wrong checksum: a letter is mistyped or missing. Copy it from the wallet again");
        }
        return payload;
    }

    private static byte[] bytes(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("is too long");
        }
        var number = BigInteger.ZERO;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("holds a letter or sign, number " + (i + 1) + ", that no key has");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        // A leading 1 stands for a leading zero byte, which a number alone would lose.
        var zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        var digits = number.signum() == 0 ? new byte[0] : Unsigned.bytes(number);
        var bytes = new byte[zeros + digits.length];
        System.arraycopy(digits, 0, bytes, zeros, digits.length);
        return bytes;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
