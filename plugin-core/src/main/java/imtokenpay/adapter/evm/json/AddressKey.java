package imtokenpay.adapter.evm.json;

import imtokenpay.chain.Address;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.KeccakDigest;

/// Twenty bytes of an address as numbers, to be compared without making a text. Filled anew for each address that a
/// node shows.
public final class AddressKey {
    static final int DIGITS = 40;
    private static final int EIGHT = 8;
    private static final int HASH_BITS = 256;
    private static final long INT = 0xFFFFFFFFL;
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

    static long high(byte[] chars, int offset) {
        return Hex.eight(chars, offset) << Integer.SIZE | Hex.eight(chars, offset + EIGHT);
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

    /// The address in its one spelling (EIP-55).
    public Address address() {
        return new Speller().address(this);
    }

    /// The address as `0x` and forty small digits.
    public String text() {
        return new String(chars(), StandardCharsets.ISO_8859_1);
    }

    private byte[] chars() {
        var chars = new byte[DIGITS + 2];
        chars[0] = '0';
        chars[1] = 'x';
        Hex.write(high >>> Integer.SIZE, chars, 2);
        Hex.write(high & INT, chars, 2 + EIGHT);
        Hex.write(middle >>> Integer.SIZE, chars, 2 + 2 * EIGHT);
        Hex.write(middle & INT, chars, 2 + 3 * EIGHT);
        Hex.write(low, chars, 2 + 4 * EIGHT);
        return chars;
    }

    /// A hexadecimal digit's value; negative for anything else.
    static int digit(byte c) {
        return c >= 0 ? VALUES[c] : -1;
    }

    /// Spells addresses with the case of each letter from a hash of all of it (EIP-55). That costs, so it is asked for
    /// only where money is. For one thread.
    public static final class Speller {
        private final KeccakDigest keccak = new KeccakDigest(HASH_BITS);
        private final byte[] hash = new byte[HASH_BITS / Byte.SIZE];
        private final IntBuffer hashed = ByteBuffer.wrap(hash).asIntBuffer();

        /// The address in its one spelling.
        public Address address(AddressKey key) {
            var text = key.chars();
            keccak.update(text, 2, DIGITS);
            keccak.doFinal(hash, 0);
            for (var i = 0; i < DIGITS / EIGHT; i++) {
                Hex.capitals(text, 2 + i * EIGHT, hashed.get(i));
            }
            return new Address(new String(text, StandardCharsets.ISO_8859_1));
        }
    }
}
