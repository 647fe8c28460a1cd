package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.block.BitcoinBlock;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.bitcoin.node.BlockHeader;
import imtokenpay.adapter.evm.pace.InFlight;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Blocks that follow each other and a block that we know, and what they pay to whom we look out for.
///
/// @param last the last one's header, asked for after everything else: the chain still had all of them then
record Stretch(List<BlockRef> blocks, List<Transfer> transfers, BlockHeader last) {

    /// Reads it.
    ///
    /// @param fork the block before the first
    /// @param hashes of the blocks, in their order; at least one
    /// @param firstSeen when a transaction of that hash was first seen
    /// @return empty if the first block is not built on the fork
    /// @throws ChainUnavailable if any part is missing or contradicts another
    static Optional<Stretch> read(
            BitcoinNode node,
            BlockRef fork,
            List<String> hashes,
            WatchedScripts watched,
            Function<String, Instant> firstSeen) {
        var blocks = new ArrayList<BlockRef>();
        var transfers = new ArrayList<Transfer>();
        if (watched.coin().isPresent()) {
            var height = fork.height();
            for (var block : whole(node, hashes, watched)) {
                height++;
                blocks.add(block.at(height));
                transfers.addAll(block.transfers(height, watched, firstSeen));
            }
        } else {
            node.headers(hashes).forEach(header -> blocks.add(header.ref()));
        }
        if (!fork.isParentOf(blocks.getFirst())) {
            return Optional.empty();
        }
        for (var i = 1; i < blocks.size(); i++) {
            if (!blocks.get(i - 1).isParentOf(blocks.get(i))) {
                throw changed();
            }
        }
        var last = node.headers(List.of(hashes.getLast())).getFirst();
        if (!last.isInChain() || !last.ref().equals(blocks.getLast())) {
            throw changed();
        }
        return Optional.of(new Stretch(blocks, transfers, last));
    }

    static ChainUnavailable changed() {
        return new ChainUnavailable(Reason.INCONSISTENT, "the chain changed while it was read");
    }

    private static List<BitcoinBlock> whole(BitcoinNode node, List<String> hashes, WatchedScripts watched) {
        return new InFlight()
                .all(hashes.stream()
                        .<Supplier<BitcoinBlock>>map(hash -> () -> node.block(hash, watched))
                        .toList());
    }
}
