package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Source;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// An answer's body while it comes, up to a limit, so that a node which never stops talking cannot fill our memory.
final class Body implements Source {
    private final InputStream in;
    private final long announced;
    private final int bytesMax;
    private long length;

    /// @param announced how many bytes come as the node says; negative if it does not
    Body(InputStream in, long announced, int bytesMax) {
        this.in = in;
        this.announced = announced;
        this.bytesMax = bytesMax;
    }

    /// The answer is longer than we are willing to hold.
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong(int bytesMax) {
            super("the answer is longer than " + bytesMax + " bytes");
        }
    }

    /// @throws TooLong if more come than the limit
    /// @throws EOFException if it ends before what was announced
    @Override
    public int read(byte[] into, int at, int room) throws IOException {
        var count = in.read(into, at, room);
        length += Math.max(0, count);
        check(count < 0);
        return count;
    }

    /// Reads all of it.
    ///
    /// @throws TooLong if more come than the limit
    /// @throws EOFException if it ends before what was announced
    byte[] all() throws IOException {
        var bytes = in.readNBytes(bytesMax + 1);
        length += bytes.length;
        check(length <= bytesMax);
        return bytes;
    }

    // Newer JDKs notice by themselves that it ends too soon.
    private void check(boolean isEnd) throws IOException {
        if (length > bytesMax) {
            throw new TooLong(bytesMax);
        }
        if (isEnd && announced >= 0 && length != announced) {
            throw new EOFException("the answer ends too soon");
        }
    }
}
