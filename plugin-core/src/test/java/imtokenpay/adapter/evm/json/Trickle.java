package imtokenpay.adapter.evm.json;

import java.util.Arrays;
import java.util.Random;

/// An answer that comes in small parts of any length.
public final class Trickle implements Source {
    private static final int AT_ONCE = 40;
    private static final int ROOM = 64;

    private final byte[] bytes;
    private final int end;
    private final Random random;
    private int at;

    private Trickle(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
        this.random = new Random(Arrays.hashCode(bytes));
    }

    /// The first bytes of an array, to be walked over while they come.
    public static Slice slice(byte[] bytes, int end) {
        return new Slice(new Trickle(bytes, end), new byte[ROOM]);
    }

    @Override
    public int read(byte[] into, int place, int room) {
        if (at == end) {
            return -1;
        }
        var count = Math.min(Math.min(room, end - at), 1 + random.nextInt(AT_ONCE));
        System.arraycopy(bytes, at, into, place, count);
        at += count;
        return count;
    }
}
