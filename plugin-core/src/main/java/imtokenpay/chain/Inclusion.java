package imtokenpay.chain;

import java.time.Instant;

/// Where a transfer is, as far as the chain told us.
public sealed interface Inclusion {
    /// In a block of the chain that we follow.
    ///
    /// @param height the block's height
    /// @param hash the block's own hash
    /// @param time the time written in the block, to the second
    record Included(long height, String hash, Instant time) implements Inclusion {
        public Included(BlockRef block) {
            this(block.height(), block.hash(), block.time());
        }
    }

    /// Was in a block once and is gone: left behind by a reorg. The fact is kept, its weight is zero.
    record Gone() implements Inclusion {}
}
