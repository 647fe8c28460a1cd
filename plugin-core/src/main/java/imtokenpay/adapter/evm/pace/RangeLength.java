package imtokenpay.adapter.evm.pace;

import imtokenpay.adapter.evm.rpc.Refused;

/// How many blocks to ask one node for at once. Grows while all is well, shrinks when the node refuses, and keeps to
/// what the node names in its refusal; also keeps answers well below what one may have.
public final class RangeLength {
    // About 9,000 logs or thirty full mainnet blocks; the usual limit of providers is 10,000 logs.
    private static final long ANSWER_BYTES = 5_600_000;
    private static final int FAST = 4;
    // Once a limit was met, it is tried anew now and then: providers lift theirs, and other ranges hold less.
    private static final int PATIENCE = 40;

    private final long max;
    private long length;
    private long fitting;
    private long proven;
    private boolean hasMetLimit;
    private int successes;

    public RangeLength(long start, long max) {
        this.max = max;
        this.fitting = max;
        this.length = start;
    }

    /// How many blocks to ask for in one call.
    public synchronized long blocks() {
        return length;
    }

    /// How many it may come to be, as far as is known: as long as no limit was met, what fits into an answer.
    public synchronized long hoped() {
        return hasMetLimit ? Math.min(length, fitting) : fitting;
    }

    /// Whether the node has answered that many at once before; if not, one call should try it before several do.
    public synchronized boolean isProven() {
        return proven >= length;
    }

    /// Notes an answer.
    ///
    /// @param bytes how long it was
    public synchronized void answered(long blocks, long bytes) {
        proven = Math.max(proven, blocks);
        var bySize = Math.clamp(blocks * ANSWER_BYTES / Math.max(1, bytes), 1, max);
        fitting = bySize;
        if (bySize < length) {
            length = bySize;
            return;
        }
        if (blocks < length || hasMetLimit && ++successes < PATIENCE) {
            return;
        }
        successes = 0;
        length = Math.min(bySize, hasMetLimit ? length + (length + 1) / 2 : length * FAST);
    }

    /// Notes a refusal of that many blocks.
    public synchronized void refused(long blocks, Refused refusal) {
        hasMetLimit = true;
        successes = 0;
        if (proven >= blocks) {
            proven = 0;
        }
        var named = refusal.blocksNamed().orElse(0);
        if (named > 0 && named < blocks) {
            length = Math.min(named, max);
            proven = length;
        } else if (length >= blocks) {
            length = Math.max(1, Math.max(blocks / 2, proven));
        }
    }
}
