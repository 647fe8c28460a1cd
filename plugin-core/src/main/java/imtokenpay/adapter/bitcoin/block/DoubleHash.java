package imtokenpay.adapter.bitcoin.block;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of SHA-256, by which blocks and transactions are named. For one thread.
final class DoubleHash {
    private final MessageDigest sha256;

    DoubleHash() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// Adds bytes to what is hashed.
    DoubleHash add(byte[] bytes, int from, int to) {
        sha256.update(bytes, from, to - from);
        return this;
    }

    /// Writes the hash of all that was added, and begins anew.
    void into(byte[] target, int at) {
        try {
            sha256.digest(target, at, Octets.HASH);
            sha256.update(target, at, Octets.HASH);
            sha256.digest(target, at, Octets.HASH);
        } catch (DigestException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
