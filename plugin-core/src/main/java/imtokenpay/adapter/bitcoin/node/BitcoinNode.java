package imtokenpay.adapter.bitcoin.node;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.block.BitcoinBlock;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// What we ask of one node, in whatever way it wants to be asked. That it is of our chain is asked with every
/// look: one address may stand for many nodes. All else is bound to that chain by the blocks' own hashes.
public interface BitcoinNode extends AutoCloseable {
    /// The net that it is to be for.
    BitcoinNet net();

    /// How far the node is.
    ///
    /// @throws ChainUnavailable also if it is for another chain, or still catching up
    NodeState state();

    /// The hashes of the blocks at those heights, in their order; an empty text where the node has none.
    List<String> hashes(List<Long> heights);

    /// The headers of the blocks of those hashes, in their order.
    ///
    /// @throws ChainUnavailable if the node does not have one of them
    List<BlockHeader> headers(List<String> hashes);

    /// A whole block, held against its hash.
    BitcoinBlock block(String hash, WatchedScripts watched);

    /// What waits for a block.
    List<WaitingId> waiting();

    /// The bytes of some that wait, in hexadecimal digits, in their order; not held against their hashes yet, and an
    /// empty text for each that waits no more.
    ///
    /// @param ids [#waitingAtOnce] of them at most
    List<String> waiting(List<WaitingId> ids);

    /// How many of those may be asked for at once; 0 for a node that must not be asked for them.
    int waitingAtOnce();

    /// What the node says of one transaction.
    ///
    /// @param id 64 small digits
    TransactionAnswer transaction(String id);

    /// How many headers may be asked for in one reading.
    int headersMax();

    /// How long to let the node rest between two questions for what waits.
    Duration waitingRest();

    @Override
    void close();

    /// The hashes of the blocks from one height to another.
    ///
    /// @throws ChainUnavailable if any is missing
    default List<String> hashes(long from, long to) {
        var hashes = hashes(LongStream.rangeClosed(from, to).boxed().toList());
        if (hashes.contains("")) {
            throw new ChainUnavailable(Reason.BEHIND, "the node does not have a block that it should have");
        }
        return hashes;
    }

    /// The header of the block at a height.
    default BlockHeader header(long height) {
        return headers(hashes(height, height)).getFirst();
    }

    /// Checks that a chain which begins with that block is ours.
    ///
    /// @param first the hash of the block at height 0; an empty text where the node has none
    /// @throws ChainUnavailable if it is not
    default void checkChain(String first) {
        var reference = net().chain().reference();
        if (first.isEmpty()) {
            throw new ChainUnavailable("the node does not tell its first block, so that its chain is not known");
        }
        if (!first.startsWith(reference)) {
            throw new ChainUnavailable(
                    Reason.WRONG_CHAIN,
                    "the node is for chain " + BitcoinNet.NAMESPACE + ":" + first.substring(0, reference.length())
                            + ", not " + net().chain() + ": correct the network's rpc-url");
        }
    }
}
