package imtokenpay.adapter.evm.json;

import imtokenpay.chain.Address;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.KeccakDigest;

/// Twenty bytes of an address as numbers, to be compared without making a text. Filled anew for each address that a
/// node shows.
public final class AddressKey {
    static final int DIGITS = 40;
    private static final int EIGHT = 8;
    private static final int HASH_BITS = 256;
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (var c = 0; c < VALUES.length; c++) {
            VALUES[c] = (byte) Character.digit(c, 16);
        }
    }

    private long high;
    private long middle;
    private long low;

    /// The address of a text such as `0x12...`.
    ///
    /// @throws IllegalArgumentException if it is none
    public static AddressKey of(String address) {
        var key = new AddressKey();
        if (address.length() != DIGITS + 2
                || !address.startsWith("0x")
                || !key.read(address.getBytes(StandardCharsets.ISO_8859_1), 2)) {
            throw new IllegalArgumentException("'" + address + "' is no address of Ethereum's kin");
        }
        return key;
    }

    /// Reads forty hexadecimal digits.
    ///
    /// @return whether they are that
    boolean read(byte[] chars, int offset) {
        var first = Hex.eight(chars, offset);
        var second = Hex.eight(chars, offset + EIGHT);
        var third = Hex.eight(chars, offset + 2 * EIGHT);
        var fourth = Hex.eight(chars, offset + 3 * EIGHT);
        low = Hex.eight(chars, offset + 4 * EIGHT);
        high = first << Integer.SIZE | second;
        middle = third << Integer.SIZE | fourth;
        return (first | second | third | fourth | low) >= 0;
    }

    /// Bytes 1 to 8.
    public long high() {
        return high;
    }

    /// Bytes 9 to 16.
    public long middle() {
        return middle;
    }

    /// Bytes 17 to 20.
    public long low() {
        return low;
    }

    /// Whether it is the same address.
    public boolean isSameAs(AddressKey other) {
        return high == other.high && middle == other.middle && low == other.low;
    }

    /// The address in its one spelling, with the case of each letter from a hash of it (EIP-55). That costs, so it is
    /// asked for only where money is.
    public Address address() {
        var text = chars();
        var keccak = new KeccakDigest(HASH_BITS);
        keccak.update(text, 2, DIGITS);
        var hash = new byte[HASH_BITS / Byte.SIZE];
        keccak.doFinal(hash, 0);
        for (var i = 0; i < DIGITS; i++) {
            var nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0);
            if ((nibble & 8) != 0 && text[i + 2] >= 'a') {
                text[i + 2] += 'A' - 'a';
            }
        }
        return new Address(new String(text, StandardCharsets.ISO_8859_1));
    }

    /// The address as `0x` and forty small digits.
    public String text() {
        return new String(chars(), StandardCharsets.ISO_8859_1);
    }

    private byte[] chars() {
        var chars = new byte[DIGITS + 2];
        chars[0] = '0';
        chars[1] = 'x';
        Hex.write(high, 2 * EIGHT, chars, 2);
        Hex.write(middle, 2 * EIGHT, chars, 2 + 2 * EIGHT);
        Hex.write(low, EIGHT, chars, 2 + 4 * EIGHT);
        return chars;
    }

    /// A hexadecimal digit's value; negative for anything else.
    static int digit(byte c) {
        return c >= 0 ? VALUES[c] : -1;
    }
}
