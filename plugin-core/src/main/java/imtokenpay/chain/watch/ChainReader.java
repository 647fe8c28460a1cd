package imtokenpay.chain.watch;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks at one chain through its node. Every method touches the network; none may run inside a transaction.
public interface ChainReader {
    /// The chain that this reader is for.
    ChainId chain();

    /// Reads on from what is known: finds where the chain left our blocks, and what was paid since. At most a
    /// bounded number of blocks comes at once; call again until nothing new comes. A reading that leaves some
    /// of our blocks behind reaches at least as high as they did, so that money which only moved to another
    /// block is never seen as gone.
    ///
    /// @param heightMax read no further than this
    /// @throws ChainUnavailable if any part of the answer is missing or contradicts another; nothing was learnt
    /// then
    Reading read(ChainTail known, Watch watch, long heightMax);

    /// Reads on as far as the chain goes.
    ///
    /// @throws ChainUnavailable as above
    default Reading read(ChainTail known, Watch watch) {
        return read(known, watch, Long.MAX_VALUE);
    }

    /// What was paid in blocks that were read before, looked up anew: a node that lagged may have left something out.
    ///
    /// @param from the first height, at most 1,000 below `to`
    /// @param to the last height
    /// @throws ChainUnavailable if any part of the answer is missing; nothing was learnt then
    List<Transfer> transfersIn(long from, long to, Watch watch);

    /// How far below the newest block a beginning lies, so that no usual reorg reaches below it: Ethereum's finality
    /// is two epochs of 32 blocks (consensus specification, "Gasper").
    int BEGINNING_DEPTH = 64;

    /// A block to begin from: the newest one that was made before that moment and lies [#BEGINNING_DEPTH] below the
    /// newest; block 0 where there is none.
    ///
    /// @throws ChainUnavailable if the node does not answer, or not for this chain
    BlockRef beginning(Instant moment);

    /// How many decimals the chain itself says the asset has.
    ///
    /// @throws ChainUnavailable if it cannot be read, also when there is no such token
    int decimals(Asset asset);

    /// A reader of the same chain for questions that are asked beside this one's, and end none of them.
    default ChainReader apart() {
        return this;
    }

    /// The newest height that the chain was seen to have, whether or not it was read; empty before the first look. For
    /// people who watch: one node's word, and evidence of nothing.
    default OptionalLong head() {
        return OptionalLong.empty();
    }

    /// What waits to be put into a block and would pay that address, as it was seen at a look not long
    /// ago; empty where that is not known, since nobody looked or chains of this family are not asked for
    /// it. For people who watch: one node's word, and evidence of nothing. Touches no network.
    default Optional<List<WaitingPayment>> waiting(Address receiver) {
        return Optional.empty();
    }

    /// The newest block of one node, for a person who wants to know how it does: evidence of nothing.
    ///
    /// @throws ChainUnavailable if the node does not answer, or not for this chain
    default BlockRef newest() {
        throw new ChainUnavailable("the newest block is not asked for on chain " + chain());
    }

    /// What a price feed on the chain says: a contract with `latestRoundData()` and `decimals()`, as Chainlink's
    /// aggregators have (docs.chain.link, "Data Feeds API Reference", read 2026-11).
    ///
    /// @param contract its address
    /// @throws ChainUnavailable if it cannot be read, also when there is no feed at that address or chains of this
    /// family have none
    default FeedAnswer feed(String contract) {
        throw new ChainUnavailable("price feeds are not read on chain " + chain());
    }

    /// What the chain says of one transaction, for a person who asks after it.
    ///
    /// @param txHash as the chain writes hashes
    /// @throws ChainUnavailable if it cannot be read, or chains of this family are not looked up by transaction
    default TransactionAnswer transaction(String txHash) {
        throw new ChainUnavailable("single transactions are not looked up on chain " + chain());
    }
}
