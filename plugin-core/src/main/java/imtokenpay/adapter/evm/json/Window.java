package imtokenpay.adapter.evm.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// The part of an answer that is looked at. An answer of megabytes is walked over while it comes, in an array that
/// stays near the processor: one that holds all of it takes as long to fill and to fetch again as to read.
abstract class Window {
    // What the socket brings at once (sun.nio.ch.NioSocketImpl), and half of what is near a processor.
    private static final int AT_ONCE = 128 * 1024;
    private static final int GROWTH_MIN = 1_024;
    private static final int GROWTH_MAX = 8 * 1024 * 1024;

    // Fields, not methods: the walk looks at them for every byte.
    byte[] bytes;
    int at;
    int end;
    private final Source source;
    private long forgotten;
    private boolean isAll;

    /// All of which is there.
    Window(byte[] bytes, int at, int end) {
        this(bytes, at, end, (into, from, room) -> -1);
        isAll = true;
    }

    /// All of which is still to come.
    Window(Source source, byte[] room) {
        this(room, 0, 0, source);
    }

    private Window(byte[] bytes, int at, int end, Source source) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
        this.source = source;
    }

    /// The array that it stands in now; places in it hold until [#forget].
    public byte[] bytes() {
        return bytes;
    }

    /// Brings more behind what is there; no place of what is there changes.
    ///
    /// @return whether more came
    /// @throws UncheckedIOException if the rest cannot be had
    final boolean more() {
        if (isAll) {
            return false;
        }
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, end + Math.clamp(end, GROWTH_MIN, GROWTH_MAX));
        }
        try {
            var count = source.read(bytes, end, Math.min(AT_ONCE, bytes.length - end));
            isAll = count < 0;
            end += Math.max(0, count);
            return !isAll;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Forgets what was passed, unless so many bytes that are still to be passed are there anyway, and brings those.
    public final void forget(int ahead) {
        if (isAll || end - at >= ahead) {
            return;
        }
        forgotten += at;
        System.arraycopy(bytes, at, bytes, 0, end - at);
        end -= at;
        at = 0;
        while (end < ahead && more()) {
            continue;
        }
    }

    /// How many bytes have come so far.
    public final long length() {
        return forgotten + end;
    }

    /// Brings all that is still to come.
    ///
    /// @return where it ends
    final int whole() {
        while (more()) {
            continue;
        }
        return end;
    }
}
