package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import java.util.List;

/// What one successful look at a chain brought.
///
/// @param fork the newest block that both we and the chain have; what we held above it is gone
/// @param blocks the newest of the blocks after the fork, oldest first; may be empty. Older ones may be left out, since
/// no reorg comes to where a chain is caught up on; every block from the fork to the last was read all the same
/// @param transfers the watched transfers in all blocks after the fork, up to the last
/// @param view how far the chain is known after this reading
/// @param isComplete whether that is all that the node had; otherwise read on at once
public record Reading(
        BlockRef fork, List<BlockRef> blocks, List<Transfer> transfers, ChainView view, boolean isComplete) {
    public Reading {
        blocks = List.copyOf(blocks);
        transfers = List.copyOf(transfers);
        var previous = fork;
        for (var block : blocks) {
            if (!previous.isFollowedBy(block)) {
                throw new IllegalArgumentException("block " + block.height() + " does not follow its parent");
            }
            previous = block;
        }
    }

    /// The same, with what was known to be final before it.
    public Reading after(ChainView before) {
        return new Reading(fork, blocks, transfers, view.after(before, fork.height()), isComplete);
    }

    /// The newest block that is known after this reading.
    public BlockRef last() {
        return blocks.isEmpty() ? fork : blocks.getLast();
    }
}
