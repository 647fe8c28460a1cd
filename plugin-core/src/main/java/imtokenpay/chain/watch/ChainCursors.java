package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.money.ChainId;
import java.util.Optional;

/// Where we are in each chain. Part of the same transaction as the transfers that were found on the way.
public interface ChainCursors {
    /// The blocks we hold; empty before the first reading.
    Optional<ChainTail> tail(ChainId chain);

    /// How far the chain is known; empty before the first reading.
    Optional<ChainView> view(ChainId chain);

    /// Begins at a block.
    void begin(WatchLease.Lease lease, BlockRef head, ChainView view);

    /// Moves on from `known` by a reading.
    ///
    /// @throws StaleWriter if the lease was lost or the cursor is not at `known` any more
    void advance(WatchLease.Lease lease, ChainTail known, Reading reading);

    /// Goes on from `later` instead of from `known`: nothing between them can be for anybody.
    ///
    /// @throws StaleWriter if the lease was lost or the cursor is not at `known` any more
    void skip(WatchLease.Lease lease, ChainTail known, BlockRef later, ChainView view);

    /// Up to which height the chain was looked at a second time; never above the cursor.
    long lookedAgain(ChainId chain);

    /// Notes that the blocks after `from` were looked at a second time, up to `to`.
    ///
    /// @throws StaleWriter if the lease was lost or the second look does not stand at `from` any more
    void lookedAgain(WatchLease.Lease lease, long from, long to);

    /// Another node has written since: nothing may be committed on what was read.
    class StaleWriter extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StaleWriter(String message) {
            super(message);
        }
    }
}
