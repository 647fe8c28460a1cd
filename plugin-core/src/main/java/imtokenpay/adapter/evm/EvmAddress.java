package imtokenpay.adapter.evm;

import imtokenpay.chain.Address;
import imtokenpay.chain.family.Typed;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.web3j.crypto.Keys;
import org.web3j.utils.Numeric;

/// Addresses of Ethereum and its kin, spelled by EIP-55, so that a mistyped one is noticed.
public final class EvmAddress {
    private static final Pattern SHAPE = Pattern.compile("0x[0-9a-fA-F]{40}");
    private static final int PUBLIC_KEY_BYTES = 65;

    private EvmAddress() {}

    /// Reads an address that a person typed. All-lower-case and all-upper-case ones carry no checksum and are
    /// taken.
    ///
    /// @throws IllegalArgumentException in words for that person if it is none, or its checksum is wrong
    public static Address parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw Typed.wrong(text, "an address of this chain: 0x and 40 hexadecimal digits");
        }
        var checksummed = Keys.toChecksumAddress(text);
        var digits = text.substring(2);
        var hasChecksum =
                !digits.equals(digits.toLowerCase(Locale.ROOT)) && !digits.equals(digits.toUpperCase(Locale.ROOT));
        if (hasChecksum && !checksummed.equals(text)) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a wrong checksum: a digit is mistyped. Copy it from the wallet again.");
        }
        return new Address(checksummed);
    }

    /// The address of a public key.
    ///
    /// @param uncompressed 65 bytes: 4, x, y
    public static Address ofPublicKey(byte[] uncompressed) {
        if (uncompressed.length != PUBLIC_KEY_BYTES || uncompressed[0] != 4) {
            throw new IllegalArgumentException("not an uncompressed public key");
        }
        var both = Arrays.copyOfRange(uncompressed, 1, PUBLIC_KEY_BYTES);
        return new Address(Keys.toChecksumAddress(Numeric.toHexString(Keys.getAddress(both))));
    }
}
