package imtokenpay.adapter.bitcoin.address;

import imtokenpay.adapter.base58.Base58;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/// What address a single public key has. Wallets keep each form in an account of its own, and the letters
/// before an account's key say which it is (SLIP-132): the same key in another form is an address that the
/// wallet does not show.
public enum KeyForm {
    /// Begins with 1 (BIP-44).
    P2PKH("xpub", "tpub", "44") {
        @Override
        public byte[] script(byte[] key) {
            return OutputScript.keyHash(hash160(key));
        }
    },
    /// Begins with 3 (BIP-49, BIP-141).
    P2SH_P2WPKH("ypub", "upub", "49") {
        @Override
        public byte[] script(byte[] key) {
            return OutputScript.scriptHash(hash160(P2WPKH.script(key)));
        }
    },
    /// Begins with bc1q (BIP-84, BIP-141).
    P2WPKH("zpub", "vpub", "84") {
        @Override
        public byte[] script(byte[] key) {
            return OutputScript.witness(new Witness(0, hash160(key)));
        }
    };

    private static final int LONG_KEY_BYTES = 65;
    private static final int COORDINATE_BYTES = 32;

    private final String letters;
    private final String testLetters;
    private final String purpose;

    KeyForm(String letters, String testLetters, String purpose) {
        this.letters = letters;
        this.testLetters = testLetters;
        this.purpose = purpose;
    }

    /// The form of an account whose key begins with those letters on that net; empty if there is none.
    public static Optional<KeyForm> of(BitcoinNet net, String letters) {
        return Arrays.stream(values())
                .filter(form -> letters.equals(net.isMain() ? form.letters : form.testLetters))
                .findFirst();
    }

    /// Where wallets keep such an account (BIP-44), such as `m/84'/0'/0'`; all test nets share one number
    /// (SLIP-44).
    public String path(BitcoinNet net) {
        return "m/" + purpose + "'/" + (net.isMain() ? 0 : 1) + "'/0'";
    }

    /// The script that its address stands for.
    ///
    /// @param key of 33 bytes; P2PKH alone takes one of 65 as well
    public abstract byte[] script(byte[] key);

    /// A key of 65 bytes (4, x, y) in 33: 2 or 3 as y is even or odd, and x (SEC 1, section 2.3.3).
    public static byte[] compressed(byte[] key) {
        if (key.length != LONG_KEY_BYTES || key[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed public key");
        }
        var compressed = Arrays.copyOf(key, 1 + COORDINATE_BYTES);
        compressed[0] = (byte) (2 + (key[LONG_KEY_BYTES - 1] & 1));
        return compressed;
    }

    private static byte[] hash160(byte[] bytes) {
        var once = Base58.sha256(bytes);
        var digest = new RIPEMD160Digest();
        digest.update(once, 0, once.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
