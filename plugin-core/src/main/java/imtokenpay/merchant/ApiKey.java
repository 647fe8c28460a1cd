package imtokenpay.merchant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A store's key as it is kept: its SHA-256, never the key. Keys have 256 random bits, so a plain hash is
/// enough.
///
/// @param sha256 32 bytes
public record ApiKey(byte[] sha256) {
    private static final int LENGTH_MIN = 24;
    private static final int LENGTH_MAX = 200;

    public ApiKey {
        sha256 = sha256.clone();
    }

    /// The hash of a key as a caller sends it.
    public static ApiKey of(String key) {
        try {
            return new ApiKey(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// Whether a key is long enough to be one at all; an empty or short key must never be configured.
    public static boolean isStrong(String key) {
        return key.length() >= LENGTH_MIN && key.length() <= LENGTH_MAX;
    }

    /// Whether both are of the same key; takes the same time for every wrong key.
    public boolean matches(ApiKey other) {
        return MessageDigest.isEqual(sha256, other.sha256);
    }

    @Override
    public byte[] sha256() {
        return sha256.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && matches(key);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "ApiKey[hidden]";
    }
}
