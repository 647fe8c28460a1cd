package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;

/// Looks at one chain through its node. Every method touches the network; none may run inside a transaction.
public interface ChainReader {
    /// The chain that this reader is for.
    ChainId chain();

    /// The chain's newest block, to begin from.
    ///
    /// @throws ChainUnavailable if the node does not answer, or not for this chain
    BlockRef head();

    /// Reads on from what is known: finds where the chain left our blocks, and what was paid since. At most a
    /// bounded number of blocks comes at once; call again until nothing new comes.
    ///
    /// @throws ChainUnavailable if any part of the answer is missing or contradicts another; nothing was learnt
    /// then
    Reading read(ChainTail known, Watch watch);

    /// How many decimals the chain itself says the asset has.
    ///
    /// @throws ChainUnavailable if it cannot be read, also when there is no such token
    int decimals(Asset asset);
}
