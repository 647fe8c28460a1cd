package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.adapter.bitcoin.block.BitcoinBlock;
import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.bitcoin.node.BlockHeader;
import imtokenpay.adapter.bitcoin.node.NodeState;
import imtokenpay.adapter.bitcoin.node.WaitingId;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.chain.watch.TransactionAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Bitcoin Core, or a node that speaks its JSON-RPC.
final class CoreNode implements BitcoinNode {
    private static final int CALLS_MAX = 100;
    // Each of them is 400 kB at most to be relayed (Bitcoin Core, src/policy/policy.h), and twice as long in digits.
    private static final int WAITING_AT_ONCE = 25;
    private static final int HEADERS_MAX = 1_000;

    private final BitcoinNet net;
    private final RpcEndpoint endpoint;

    CoreNode(BitcoinNet net, RpcEndpoint endpoint) {
        this.net = net;
        this.endpoint = endpoint;
    }

    @Override
    public BitcoinNet net() {
        return net;
    }

    @Override
    public NodeState state() {
        var first = BlockHeader.hash(0);
        var state = NodeState.call();
        var answers = endpoint.ask(List.of(first, state));
        checkChain(answers.of(first));
        return answers.of(state);
    }

    @Override
    public List<String> hashes(List<Long> heights) {
        return all(heights.stream().map(BlockHeader::hash).toList());
    }

    @Override
    public List<BlockHeader> headers(List<String> hashes) {
        return all(hashes.stream().map(BlockHeader::of).toList());
    }

    // As bytes, since those alone can be held against the hash.
    @Override
    public BitcoinBlock block(String hash, WatchedScripts watched) {
        Walker<BitcoinBlock> reader = slice -> BitcoinBlock.read(slice.octets(), hash, watched);
        var call = RpcCall.of("getblock", List.of(hash, 0), reader);
        return endpoint.ask(List.of(call)).of(call);
    }

    /// Asks for something else, at most 100 calls of it.
    Answers ask(List<RpcCall<?>> calls) {
        return endpoint.ask(calls);
    }

    @Override
    public List<WaitingId> waiting() {
        var call = WaitingId.call();
        return endpoint.ask(List.of(call)).of(call);
    }

    @Override
    public List<String> waiting(List<WaitingId> ids) {
        return all(ids.stream().map(WaitingId::bytesCall).toList());
    }

    @Override
    public int waitingAtOnce() {
        return WAITING_AT_ONCE;
    }

    @Override
    public TransactionAnswer transaction(String id) {
        return new TransactionLookUp(id).read(this);
    }

    @Override
    public int headersMax() {
        return HEADERS_MAX;
    }

    @Override
    public Duration waitingRest() {
        return Duration.ZERO;
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
