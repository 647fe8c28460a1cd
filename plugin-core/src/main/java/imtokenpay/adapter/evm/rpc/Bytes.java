package imtokenpay.adapter.evm.rpc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The first `length` bytes of an array, which is never copied to cut it.
record Bytes(byte[] array, int length) {
    // What a node says of its own answer's length is believed no further than this before the bytes are there.
    private static final int FIRST_MAX = 8 * 1024 * 1024;
    private static final int FIRST_MIN = 16 * 1024;

    /// Whether the array is of the usual length, so that keeping it for another answer costs little memory.
    boolean isUsual() {
        return array.length <= FIRST_MAX;
    }

    /// The answer is longer than we are willing to hold.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int bytesMax) {
            super("the answer is longer than " + bytesMax + " bytes");
        }
    }

    /// Reads all that comes, up to a limit, so that a node which never stops talking cannot fill our memory.
    ///
    /// @param expected about how many come
    /// @param used an array that nobody needs any more; taken if it is long enough
    /// @throws TooLong if more come than the limit
    static Bytes readAll(InputStream in, long expected, byte[] used, int bytesMax) throws IOException {
        // One more than expected, so that the end is seen without growing.
        var first = Math.clamp(expected + 1, FIRST_MIN, FIRST_MAX);
        var bytes = used.length >= first ? used : new byte[first];
        var length = 0;
        while (true) {
            if (length > bytesMax) {
                throw new TooLong(bytesMax);
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(bytesMax + 1L, 2L * length));
            }
            var read = in.read(bytes, length, bytes.length - length);
            if (read < 0) {
                return new Bytes(bytes, length);
            }
            length += read;
        }
    }
}
