package imtokenpay.adapter.bitcoin.block;

import imtokenpay.chain.watch.ChainUnavailable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/// Walks over a block's bytes. Numbers have their lowest byte first, lengths the form that Bitcoin calls
/// CompactSize (Bitcoin Core, `src/serialize.h`).
final class Octets {
    static final int HASH = 32;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TWO_BYTES = 0xFD;
    private static final int FOUR_BYTES = 0xFE;

    private final byte[] bytes;
    private int at;

    Octets(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    /// Whether that byte is next.
    boolean isNext(int octet) {
        return at < bytes.length && bytes[at] == octet;
    }

    /// Passes so many bytes.
    ///
    /// @return where they begin
    int pass(long count) {
        if (count > bytes.length - at) {
            throw endsTooSoon();
        }
        var start = at;
        at += (int) count;
        return start;
    }

    /// A number of four bytes, unsigned.
    long fourBytes() {
        return (int) INTS.get(bytes, pass(Integer.BYTES)) & 0xFFFFFFFFL;
    }

    /// A number of eight bytes; negative where it is beyond 2^63.
    long eightBytes() {
        return (long) LONGS.get(bytes, pass(Long.BYTES));
    }

    /// A count or a length. More than the bytes that are left is refused at once.
    int count() {
        var first = bytes[pass(1)] & 0xFF;
        var count = first < TWO_BYTES
                ? first
                : first == TWO_BYTES ? twoBytes() : first == FOUR_BYTES ? fourBytes() : eightBytes();
        if (count < 0 || count > bytes.length - at) {
            throw endsTooSoon();
        }
        return (int) count;
    }

    /// Passes bytes that are preceded by how many they are.
    ///
    /// @return where they begin
    int passCounted() {
        return pass(count());
    }

    /// A copy of some of the bytes.
    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// The hash that begins there, as people write it: its last byte first.
    static String hash(byte[] bytes, int from) {
        var reversed = new byte[HASH];
        for (var i = 0; i < HASH; i++) {
            reversed[i] = bytes[from + HASH - 1 - i];
        }
        return HexFormat.of().formatHex(reversed);
    }

    private long twoBytes() {
        var start = pass(2);
        return bytes[start] & 0xFF | (bytes[start + 1] & 0xFF) << Byte.SIZE;
    }

    private static ChainUnavailable endsTooSoon() {
        return new ChainUnavailable("the node's block ends too soon");
    }
}
