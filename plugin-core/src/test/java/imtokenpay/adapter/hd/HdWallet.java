package imtokenpay.adapter.hd;

import static java.nio.charset.StandardCharsets.UTF_8;

import imtokenpay.adapter.base58.Base58;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;

/// The shopkeeper's wallet: the private half of BIP-32 and BIP-39, written apart from the production class so that one
/// checks the other. Only tests hold private keys.
public final class HdWallet {
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256k1").getN();
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int XPUB = 0x0488B21E;
    private static final int XPRV = 0x0488ADE4;

    private final int depth;
    private final byte[] parent;
    private final int index;
    private final BigInteger key;
    private final byte[] chainCode;

    private HdWallet(int depth, byte[] parent, int index, byte[] digest, BigInteger key) {
        this.depth = depth;
        this.parent = parent;
        this.index = index;
        this.key = key;
        this.chainCode = Arrays.copyOfRange(digest, 32, 64);
    }

    /// The wallet of these words.
    public static HdWallet ofWords(String words) {
        try {
            var spec = new PBEKeySpec(words.toCharArray(), "mnemonic".getBytes(UTF_8), 2048, 512);
            return ofSeed(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static HdWallet ofSeed(byte[] seed) {
        var digest = hmac("Bitcoin seed".getBytes(UTF_8), seed);
        return new HdWallet(0, new byte[4], 0, digest, new BigInteger(1, Arrays.copyOf(digest, 32)));
    }

    /// The key of a path such as `44h/60h/0h`.
    public HdWallet path(String path) {
        var at = this;
        for (var step : List.of(path.split("/"))) {
            var hardened = step.endsWith("h");
            var number = Integer.parseInt(hardened ? step.substring(0, step.length() - 1) : step);
            at = at.child(hardened ? number | Integer.MIN_VALUE : number);
        }
        return at;
    }

    HdWallet child(int number) {
        var data = ByteBuffer.allocate(37);
        if (number < 0) {
            data.put((byte) 0).put(padded(key));
        } else {
            data.put(publicKey());
        }
        var digest = hmac(chainCode, data.putInt(number).array());
        var tweak = new BigInteger(1, Arrays.copyOf(digest, 32));
        var identifier = Arrays.copyOf(hash160(publicKey()), 4);
        return new HdWallet(
                depth + 1, identifier, number, digest, tweak.add(key).mod(ORDER));
    }

    /// The extended public key as a wallet shows it.
    public String xpub() {
        return written(XPUB, publicKey());
    }

    /// The extended private key, which nobody may ever type anywhere.
    public String xprv() {
        return written(
                XPRV, ByteBuffer.allocate(33).put((byte) 0).put(padded(key)).array());
    }

    byte[] publicKey() {
        return CustomNamedCurves.getByName("secp256k1")
                .getG()
                .multiply(key)
                .normalize()
                .getEncoded(true);
    }

    /// The same key, written as what it is not.
    String written(int version, byte[] keyBytes) {
        return base58(ByteBuffer.allocate(78)
                .putInt(version)
                .put((byte) depth)
                .put(parent)
                .putInt(index)
                .put(chainCode)
                .put(keyBytes)
                .array());
    }

    static String base58(byte[] payload) {
        var checksum = Arrays.copyOf(Base58.sha256(Base58.sha256(payload)), 4);
        var number = new BigInteger(
                1,
                ByteBuffer.allocate(payload.length + 4)
                        .put(payload)
                        .put(checksum)
                        .array());
        var text = new StringBuilder();
        for (; number.signum() > 0; number = number.divide(BigInteger.valueOf(58))) {
            text.append(ALPHABET.charAt(number.mod(BigInteger.valueOf(58)).intValue()));
        }
        for (var i = 0; i < payload.length && payload[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    private static byte[] padded(BigInteger number) {
        var bytes = Unsigned.bytes(number);
        return ByteBuffer.allocate(32).put(32 - bytes.length, bytes).array();
    }

    private static byte[] hash160(byte[] bytes) {
        var digest = new RIPEMD160Digest();
        var once = Base58.sha256(bytes);
        digest.update(once, 0, once.length);
        var hash = new byte[20];
        digest.doFinal(hash, 0);
        return hash;
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(key, "HmacSHA512"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
