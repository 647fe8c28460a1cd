package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import java.util.List;

/// The newest blocks that we have read, oldest first; some may be left out, but neighbours are parent and child. Its
/// last block is the cursor.
public record ChainTail(List<BlockRef> blocks) {
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

    /// The newest block that was fully read.
    public BlockRef last() {
        return blocks.getLast();
    }
}
