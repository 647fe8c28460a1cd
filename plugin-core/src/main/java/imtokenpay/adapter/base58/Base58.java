package imtokenpay.adapter.base58;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The alphabet that extended keys and many addresses are written in, with the checksum that finds a mistyped letter.
public final class Base58 {
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
    public static byte[] checked(String text) {
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

    /// The text of some bytes and their checksum.
    public static String text(byte[] payload) {
        var bytes = Arrays.copyOf(payload, payload.length + CHECKSUM_BYTES);
        System.arraycopy(sha256(sha256(payload)), 0, bytes, payload.length, CHECKSUM_BYTES);
        var text = new StringBuilder();
        for (var rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            text.append(ALPHABET.charAt(rest.mod(BASE).intValue()));
        }
        for (var at = 0; at < bytes.length && bytes[at] == 0; at++) {
            text.append(ALPHABET.charAt(0));
        }
        return text.reverse().toString();
    }

    private static byte[] bytes(String text) {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("is too long");
        }
        var number = BigInteger.ZERO;
        for (var i = 0; i < text.length(); i++) {
            var digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException(
                        "holds a letter or sign, number " + (i + 1) + ", that is never written so");
            }
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        // A leading 1 stands for a leading zero byte, which a number alone would lose.
        var zeros = 0;
        while (zeros < text.length() && text.charAt(zeros) == ALPHABET.charAt(0)) {
            zeros++;
        }
        var digits = number.toByteArray();
        // Java writes a sign before the number, which may take a byte of its own.
        var sign = digits[0] == 0 ? 1 : 0;
        var bytes = new byte[zeros + digits.length - sign];
        System.arraycopy(digits, sign, bytes, zeros, digits.length - sign);
        return bytes;
    }

    /// SHA-256 of the bytes.
    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
