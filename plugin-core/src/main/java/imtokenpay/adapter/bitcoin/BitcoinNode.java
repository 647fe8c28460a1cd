package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.block.BitcoinBlock;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BlockHeader;
import imtokenpay.adapter.bitcoin.node.NodeState;
import imtokenpay.adapter.bitcoin.node.WaitingId;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// What we ask of one node. That it is of our chain is asked with every look: one address may stand for many
/// nodes. All else is bound to that chain by the blocks' own hashes.
final class BitcoinNode implements AutoCloseable {
    private static final int CALLS_MAX = 100;

    private final BitcoinNet net;
    private final RpcEndpoint endpoint;

    BitcoinNode(BitcoinNet net, RpcEndpoint endpoint) {
        this.net = net;
        this.endpoint = endpoint;
    }

    BitcoinNet net() {
        return net;
    }

    /// How far the node is.
    ///
    /// @throws ChainUnavailable also if it is for another chain, or still catching up
    NodeState state() {
        var first = BlockHeader.hash(0);
        var state = NodeState.call();
        var answers = endpoint.ask(List.of(first, state));
        var genesis = answers.of(first);
        var reference = net.chain().reference();
        if (genesis.isEmpty()) {
            throw new ChainUnavailable("the node does not tell its first block, so that its chain is not known");
        }
        if (!genesis.startsWith(reference)) {
            throw new ChainUnavailable(
                    Reason.WRONG_CHAIN,
                    "the node is for chain " + BitcoinNet.NAMESPACE + ":" + genesis.substring(0, reference.length())
                            + ", not " + net.chain() + ": correct the network's rpc-url");
        }
        return answers.of(state);
    }

    /// The hashes of the blocks at those heights, in their order; an empty text where the node has none.
    List<String> hashes(List<Long> heights) {
        return all(heights.stream().map(BlockHeader::hash).toList());
    }

    /// The hashes of the blocks from one height to another.
    ///
    /// @throws ChainUnavailable if any is missing
    List<String> hashes(long from, long to) {
        var hashes = hashes(LongStream.rangeClosed(from, to).boxed().toList());
        if (hashes.contains("")) {
            throw new ChainUnavailable(Reason.BEHIND, "the node does not have a block that it should have");
        }
        return hashes;
    }

    List<BlockHeader> headers(List<String> hashes) {
        return all(hashes.stream().map(BlockHeader::of).toList());
    }

    BlockHeader header(long height) {
        return headers(hashes(height, height)).getFirst();
    }

    /// A whole block: as bytes, since those alone can be held against the hash.
    BitcoinBlock block(String hash, WatchedScripts watched) {
        Walker<BitcoinBlock> reader = slice -> BitcoinBlock.read(slice.octets(), hash, watched);
        var call = RpcCall.of("getblock", List.of(hash, 0), reader);
        return endpoint.ask(List.of(call)).of(call);
    }

    /// Asks for something else, at most 100 calls of it.
    Answers ask(List<RpcCall<?>> calls) {
        return endpoint.ask(calls);
    }

    /// What waits for a block.
    List<WaitingId> waiting() {
        var call = WaitingId.call();
        return endpoint.ask(List.of(call)).of(call);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private <T> List<T> all(List<RpcCall<T>> calls) {
        var results = new ArrayList<T>();
        for (var start = 0; start < calls.size(); start += CALLS_MAX) {
            var part = calls.subList(start, Math.min(calls.size(), start + CALLS_MAX));
            var answers = endpoint.ask(List.copyOf(part));
            part.forEach(call -> results.add(answers.of(call)));
        }
        return results;
    }
}
