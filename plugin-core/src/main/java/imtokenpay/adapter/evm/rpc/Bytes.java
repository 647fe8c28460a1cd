package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.rpc.CappedBody.TooLong;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/// The first `length` bytes of an array, which is never copied to cut it.
record Bytes(byte[] array, int length) {
    private static final int GROWTH = 8;

    /// The same, unpacked. A small packed answer can be huge unpacked, so that is bounded too.
    ///
    /// @throws TooLong if it is longer than that
    /// @throws IOException if it is not of the gzip format
    Bytes gunzipped(int bytesMax) throws IOException {
        var unpacked = new byte[(int) Math.min(bytesMax, (long) GROWTH * length + 1)];
        var count = 0;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(array, 0, length), Short.MAX_VALUE)) {
            while (true) {
                if (count == unpacked.length && count < bytesMax) {
                    unpacked = Arrays.copyOf(unpacked, (int) Math.min(bytesMax, 2L * count));
                }
                var room = unpacked.length - count;
                var read = room == 0 ? in.read() : in.read(unpacked, count, room);
                if (read < 0) {
                    return new Bytes(unpacked, count);
                }
                if (room == 0) {
                    throw new TooLong(bytesMax);
                }
                count += read;
            }
        }
    }
}
