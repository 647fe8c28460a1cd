package imtokenpay.adapter.evm.json;

import java.lang.ref.WeakReference;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;

/// Arrays for the answers that are being read. Far behind the head they come one after another; a new array for each
/// keeps the collector busy, and the one that was used last is still near the processor. Held weakly, so that none
/// outlives the next collection without use.
public final class Rooms {
    private static final int BYTES = 256 * 1024;
    // Some answers need more; to keep that for another costs little memory.
    private static final int KEPT_BYTES_MAX = 8 * 1024 * 1024;
    private static final int KEPT_MAX = 4;

    private final BlockingDeque<WeakReference<byte[]>> used = new LinkedBlockingDeque<>(KEPT_MAX);

    /// Room for an answer, of which nothing is known yet.
    public byte[] take() {
        return Optional.ofNullable(used.pollFirst()).map(WeakReference::get).orElseGet(() -> new byte[BYTES]);
    }

    /// Takes back what nobody looks at any more.
    public void giveBack(byte[] room) {
        if (room.length <= KEPT_BYTES_MAX) {
            used.offerFirst(new WeakReference<>(room));
        }
    }
}
