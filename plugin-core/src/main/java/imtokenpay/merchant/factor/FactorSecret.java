package imtokenpay.merchant.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// What an owner's authenticator app shares with us: 160 random bits, as RFC 4226 (4, R6) recommends.
public final class FactorSecret {
    private static final int BYTES = 20;
    private static final String ISSUER = "imToken%20Pay";
    // With it the whole address is at most 230 characters, which is what a QR code of ours holds.
    private static final int NAME_CHARS_MAX = 140;

    private final byte[] bytes;

    private FactorSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a secret has " + BYTES + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    /// A new one.
    ///
    /// @param random must be one that nobody can foretell
    public static FactorSecret random(RandomGenerator random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new FactorSecret(bytes);
    }

    /// The one that was written as [#hex].
    ///
    /// @throws IllegalArgumentException if it is none
    public static FactorSecret ofHex(String hex) {
        return new FactorSecret(HexFormat.of().parseHex(hex));
    }

    /// 40 hexadecimal digits, to be kept.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// 32 letters and digits, to be typed into an app.
    public String base32() {
        return Base32.of(bytes);
    }

    /// The address that authenticator apps read from a QR code (Key Uri Format of
    /// google-authenticator's wiki). SHA-1, six digits and 30 seconds are its defaults. A name too long
    /// for a code is cut.
    ///
    /// @param name the owner's
    public String address(String name) {
        return "otpauth://totp/" + ISSUER + ":" + encoded(name) + "?secret=" + base32() + "&issuer=" + ISSUER;
    }

    private static String encoded(String name) {
        var text = new StringBuilder();
        for (var one : name.codePoints().mapToObj(Character::toString).toList()) {
            var more = URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20");
            if (text.length() + more.length() > NAME_CHARS_MAX) {
                break;
            }
            text.append(more);
        }
        return text.toString();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactorSecret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "FactorSecret[hidden]";
    }
}
