package imtokenpay.adapter.hd;

import imtokenpay.adapter.base58.Base58;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/// A public key that has children (BIP-32). Whoever knows it knows all their public keys, and can spend nothing.
///
/// Written here and not taken from web3j: its 6.0.0 derives children from half of the public key, and money sent to
/// them would be lost. The published vectors stand in the tests.
public final class ExtendedPublicKey {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final int BYTES = 78;
    private static final int HALF = 32;
    private static final int KEY_BYTES = 33;
    private static final Pattern SECRET = Pattern.compile("(0x)?[0-9a-fA-F]{64}|[xyztuv]prv[0-9A-Za-z]*|.*\\s.*");
    private static final String NEVER = "must never be entered here or on any server: whoever reads it takes the money."
            + " Remove it from the configuration, and move the money to a new wallet if anybody could have seen it."
            + " What belongs here is the extended public key, which begins with xpub";

    private final KeyVersion version;
    private final int depth;
    private final ECPoint point;
    private final byte[] chainCode;

    private ExtendedPublicKey(KeyVersion version, int depth, ECPoint point, byte[] chainCode) {
        this.version = version;
        this.depth = depth;
        this.point = point;
        this.chainCode = chainCode;
    }

    /// Reads the key as a wallet shows it.
    ///
    /// @throws IllegalArgumentException if it is none, in words that follow the setting's name and never repeat
    /// the text
    public static ExtendedPublicKey parse(String text) {
        if (SECRET.matcher(text).matches()) {
            throw new IllegalArgumentException("holds a private key or a recovery phrase. That " + NEVER);
        }
        var bytes = ByteBuffer.wrap(Base58.checked(text));
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("is no extended public key: those hold " + BYTES + " bytes");
        }
        var prefix = bytes.getInt();
        if (KeyVersion.isSecret(prefix)) {
            throw new IllegalArgumentException("holds a private key. That " + NEVER);
        }
        var version = KeyVersion.of(prefix)
                .orElseThrow(() -> new IllegalArgumentException("is no extended public key, such as xpub..."));
        var depth = Byte.toUnsignedInt(bytes.get());
        var parent = bytes.getInt();
        var index = bytes.getInt();
        if (depth == 0 && (parent != 0 || index != 0)) {
            throw new IllegalArgumentException("contradicts itself: a first key that has a parent");
        }
        var chainCode = new byte[HALF];
        bytes.get(chainCode);
        var key = new byte[KEY_BYTES];
        bytes.get(key);
        return new ExtendedPublicKey(version, depth, point(key), chainCode);
    }

    /// What it is for, as its first letters say.
    public KeyVersion version() {
        return version;
    }

    /// How many steps it stands below the wallet's first key: 3 for an account, 4 for one of its chains.
    public int depth() {
        return depth;
    }

    /// Its child of that index: CKDpub of BIP-32.
    ///
    /// @param index 0 to 2^31 - 1; beyond, only who has the private key can go
    /// @throws IllegalArgumentException if there is no such child; of 2^127 indexes, one has none
    public ExtendedPublicKey child(int index) {
        if (index < 0) {
            throw new IllegalArgumentException("a public key has no hardened children");
        }
        var mac = new HMac(new SHA512Digest());
        mac.init(new KeyParameter(chainCode));
        mac.update(compressed(), 0, KEY_BYTES);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(index).array(), 0, Integer.BYTES);
        var digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        var tweak = new BigInteger(1, Arrays.copyOf(digest, HALF));
        var moved = new FixedPointCombMultiplier()
                .multiply(CURVE.getG(), tweak)
                .add(point)
                .normalize();
        if (tweak.compareTo(CURVE.getN()) >= 0 || moved.isInfinity()) {
            throw new IllegalArgumentException("there is no child " + index);
        }
        return new ExtendedPublicKey(version, depth + 1, moved, Arrays.copyOfRange(digest, HALF, digest.length));
    }

    /// The public key in 33 bytes.
    public byte[] compressed() {
        return point.getEncoded(true);
    }

    /// The public key in 65 bytes: 4, x, y.
    public byte[] uncompressed() {
        return point.getEncoded(false);
    }

    /// A name for this key among others that tells nobody its children.
    public String fingerprint() {
        var both = ByteBuffer.allocate(KEY_BYTES + HALF).put(compressed()).put(chainCode);
        return HexFormat.of().formatHex(Base58.sha256(both.array()), 0, HALF / 2);
    }

    /// Never shows the key: it tells all of a merchant's income.
    @Override
    public String toString() {
        return "ExtendedPublicKey[" + fingerprint() + "]";
    }

    byte[] chainCode() {
        return chainCode.clone();
    }

    private static ECPoint point(byte[] key) {
        if (key[0] != 2 && key[0] != 3) {
            throw new IllegalArgumentException("holds no public key");
        }
        try {
            return CURVE.getCurve().decodePoint(key);
        } catch (IllegalArgumentException notOnTheCurve) {
            throw new IllegalArgumentException("holds no public key: its point is not on the curve", notOnTheCurve);
        }
    }
}
