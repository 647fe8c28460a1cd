package imtokenpay.chain;

import java.time.Instant;

/// One block, by height and hash together: a height alone says nothing, since a reorg replaces blocks.
///
/// @param height 0 and up
/// @param hash the block's own hash
/// @param parentHash the hash of the block at `height - 1`
/// @param time the time written in the block, to the second
public record BlockRef(long height, String hash, String parentHash, Instant time) {
    public BlockRef {
        if (height < 0) {
            throw new IllegalArgumentException("negative block height: " + height);
        }
    }

    /// Whether `next` is built directly on this block.
    public boolean isParentOf(BlockRef next) {
        return next.height == height + 1 && next.parentHash.equals(hash);
    }

    /// Whether `next` can stand above this block in one chain: it is built directly on it, or others are between.
    public boolean isFollowedBy(BlockRef next) {
        return next.height > height + 1 || isParentOf(next);
    }
}
