package imtokenpay.adapter.bitcoin.address;

import imtokenpay.adapter.base58.Base58;
import imtokenpay.chain.Address;
import imtokenpay.chain.family.Typed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Addresses of Bitcoin: base58check for P2PKH and P2SH, bech32 (BIP-173) and bech32m (BIP-350) for witness
/// programs. The one spelling of the latter is in small letters.
public final class BitcoinAddress {
    private static final int HASH_BYTES = 20;
    // Longer than any base58check address, and far shorter than any key.
    private static final int BASE58_LENGTH_MAX = 40;

    private BitcoinAddress() {}

    /// Reads an address that a person typed.
    ///
    /// @throws IllegalArgumentException in words for that person if it is none of that net, is mistyped,
    /// cannot be spent from, or is a secret, which is never repeated
    public static Address parse(BitcoinNet net, String text) {
        var kind = Typed.of(text);
        var isOther = kind.isPresent() && kind.get() != Typed.BITCOIN && kind.get() != Typed.BITCOIN_TEST;
        if (isOther) {
            throw Typed.wrong(text, wanted(net));
        }
        try {
            script(net, text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("'" + text + "' " + wrong.getMessage(), wrong);
        }
        return new Address(isBech32(text) ? text.toLowerCase(Locale.ROOT) : text);
    }

    /// The script that an address stands for.
    ///
    /// @throws IllegalArgumentException if it is none of that net
    public static byte[] script(BitcoinNet net, Address address) {
        return script(net, address.text());
    }

    /// The address that stands for a script; empty if none does.
    public static Optional<Address> of(BitcoinNet net, byte[] script) {
        var letters = net.letters();
        return text(script, letters)
                .filter(text -> Arrays.equals(script, script(net, text)))
                .map(Address::new);
    }

    private static Optional<String> text(byte[] script, BitcoinNet.Letters letters) {
        return switch (script.length) {
            case 25 -> Optional.of(base58(letters.keyHash(), Arrays.copyOfRange(script, 3, 23)));
            case 23 -> Optional.of(base58(letters.scriptHash(), Arrays.copyOfRange(script, 2, 22)));
            case 22 -> Optional.of(witness(0, script).text(letters.prefix()));
            case 34 -> Optional.of(witness(script[0] == 0 ? 0 : 1, script).text(letters.prefix()));
            default -> Optional.empty();
        };
    }

    private static Witness witness(int version, byte[] script) {
        return new Witness(version, Arrays.copyOfRange(script, 2, script.length));
    }

    private static String base58(int version, byte[] hash) {
        var payload = new byte[1 + HASH_BYTES];
        payload[0] = (byte) version;
        System.arraycopy(hash, 0, payload, 1, HASH_BYTES);
        return Base58.text(payload);
    }

    private static byte[] script(BitcoinNet net, String text) {
        if (isBech32(text)) {
            return witnessScript(net, Bech32.read(text));
        }
        if (text.length() > BASE58_LENGTH_MAX) {
            throw new IllegalArgumentException("is not " + wanted(net));
        }
        var payload = Base58.checked(text);
        var version = payload.length == 1 + HASH_BYTES ? payload[0] & 0xFF : -1;
        var hash = Arrays.copyOfRange(payload, 1, Math.max(1, payload.length));
        if (version == net.letters().keyHash()) {
            return OutputScript.keyHash(hash);
        }
        if (version == net.letters().scriptHash()) {
            return OutputScript.scriptHash(hash);
        }
        throw ofAnother(net);
    }

    private static byte[] witnessScript(BitcoinNet net, Bech32 read) {
        if (!read.prefix().equals(net.letters().prefix())) {
            throw ofAnother(net);
        }
        var witness = Witness.of(read);
        if (!witness.isSpendable()) {
            throw new IllegalArgumentException("is of a kind that nobody can safely spend from yet: money sent there is"
                    + " lost or anybody's. Take an address that begins with " + read.prefix() + "1q or "
                    + read.prefix() + "1p from the wallet");
        }
        return OutputScript.witness(witness);
    }

    private static IllegalArgumentException ofAnother(BitcoinNet net) {
        return new IllegalArgumentException(
                "belongs to another net or another coin, not to " + net.chain() + ": enter " + wanted(net));
    }

    private static String wanted(BitcoinNet net) {
        return switch (net.letters()) {
            case MAIN -> "an address of Bitcoin, which begins with 1, 3 or bc1";
            case TEST -> "an address of a test net of Bitcoin, which begins with m, n, 2 or tb1";
            case REGTEST -> "an address of Bitcoin's regtest, which begins with m, n, 2 or bcrt1";
        };
    }

    private static boolean isBech32(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(BitcoinNet.Letters.values()).anyMatch(letters -> small.startsWith(letters.prefix() + "1"));
    }
}
