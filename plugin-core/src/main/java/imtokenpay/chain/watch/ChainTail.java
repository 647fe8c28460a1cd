package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The newest blocks that we have read, oldest first; some may be left out, but neighbours are parent and child. Its
/// last block is the cursor.
public record ChainTail(List<BlockRef> blocks) {
    /// What is younger is never overdue.
    public static final Duration OVERDUE_MIN = Duration.ofMinutes(2);

    private static final int MISSING_BLOCKS = 6;

    public ChainTail {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("a tail has at least one block");
        }
        for (var i = 1; i < blocks.size(); i++) {
            if (!blocks.get(i - 1).isFollowedBy(blocks.get(i))) {
                throw new IllegalArgumentException("block " + blocks.get(i).height() + " does not follow its parent");
            }
        }
    }

    /// How long a block takes on this chain, as its newest ones tell; empty as long as they tell nothing.
    public Optional<Duration> blockTime() {
        var blocksBetween = last().height() - blocks.getFirst().height();
        var between = Duration.between(blocks.getFirst().time(), last().time());
        return blocksBetween > 0 && between.isPositive()
                ? Optional.of(between.dividedBy(blocksBetween))
                : Optional.empty();
    }

    /// Whether a newer block should have been read by now: on any chain two minutes without one are unusual, and where
    /// blocks take longer, six of them missing. By chance Bitcoin is as slow as that once in 400 blocks.
    ///
    /// @param since from when on somebody waits: before that, perhaps nobody read
    public boolean isOverdue(Instant since, Instant now) {
        var age = Duration.between(last().time().isAfter(since) ? last().time() : since, now);
        return age.compareTo(OVERDUE_MIN) > 0
                && blockTime()
                        .filter(time -> age.compareTo(time.multipliedBy(MISSING_BLOCKS)) <= 0)
                        .isEmpty();
    }

    /// The newest block that was fully read.
    public BlockRef last() {
        return blocks.getLast();
    }
}
