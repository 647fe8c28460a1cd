package imtokenpay.screen;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app, written from RFC 6238 anew.
final class Phone {
    private static final Pattern SECRET = Pattern.compile("[?&]secret=([A-Z2-7]+)");

    private final byte[] secret;

    private Phone(byte[] secret) {
        this.secret = secret;
    }

    /// One that has scanned that.
    static Phone scanning(String text) {
        URI address = URI.create(text);
        Matcher found = SECRET.matcher("?" + address.getRawQuery());
        if (!"otpauth".equals(address.getScheme()) || !"totp".equals(address.getHost()) || !found.find()) {
            throw new AssertionError("no authenticator app reads " + text);
        }
        return new Phone(bytes(found.group(1)));
    }

    /// What it shows now, or so many half minutes later.
    String code(int stepsLater) {
        return code(Instant.now().getEpochSecond() / 30 + stepsLater);
    }

    /// Six digits that it shows neither now nor soon.
    String wrongCode() {
        for (int number = 0; ; number++) {
            String guess = String.format("%06d", number);
            if (!isNear(guess)) {
                return guess;
            }
        }
    }

    private boolean isNear(String guess) {
        return guess.equals(code(-1)) || guess.equals(code(0)) || guess.equals(code(1)) || guess.equals(code(2));
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = hash[19] & 15;
            int number = (hash[at] & 127) << 24
                    | (hash[at + 1] & 255) << 16
                    | (hash[at + 2] & 255) << 8
                    | hash[at + 3] & 255;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] bytes(String base32) {
        StringBuilder bits = new StringBuilder();
        base32.chars().forEach(letter -> {
            int value = letter >= 'A' ? letter - 'A' : letter - '2' + 26;
            bits.append(Integer.toBinaryString(32 | value).substring(1));
        });
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }
}
