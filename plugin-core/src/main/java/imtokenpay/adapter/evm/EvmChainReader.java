package imtokenpay.adapter.evm;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/// Reads an EVM chain block by block with an own cursor. Filters and subscriptions of a node lose blocks when
/// an answer is lost and say nothing of reorgs, so none are used: every look compares hashes itself.
public final class EvmChainReader implements ChainReader, AutoCloseable {
    // A full mainnet block is about 200 kB: fifty stay well below what an answer may have, here and at a node.
    private static final int BLOCKS_MAX = 50;
    private static final int NATIVE_DECIMALS = 18;
    /// First four bytes of keccak-256 of `decimals()` (ERC-20).
    private static final String DECIMALS = "0x313ce567";

    private final EvmNetwork network;
    private final RpcEndpoint node;
    private final InstantSource clock;

    public EvmChainReader(EvmNetwork network, InstantSource clock) {
        this.network = network;
        this.node = new RpcEndpoint(network.rpc());
        this.clock = clock;
    }

    @Override
    public ChainId chain() {
        return network.chain();
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        // The moment before the call: whatever the node had by then is in its answer.
        var calledAt = clock.instant();
        var last = known.last();
        var answers = node.ask(List.of(RpcCall.chainId(), RpcCall.latestHeader(), RpcCall.block(last.height(), false)));
        checkChain(answers.getFirst());
        var head = EvmBlock.of(answers.get(1)).ref();
        if (head.height() < last.height()) {
            // A node that lags, or one of several behind one address. It says nothing about the blocks it lacks.
            throw new ChainUnavailable("the node is at block " + head.height() + ", behind the " + last.height()
                    + " that was read already");
        }
        var there = EvmBlock.of(answers.get(2)).ref();
        var fork = there.hash().equals(last.hash()) ? last : fork(known);
        return readOn(fork, head, new Range(last.height(), heightMax), watch, calledAt);
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        var natives = new NativeTransfers(watch);
        var first = EvmBlock.of(
                node.ask(List.of(RpcCall.block(from, natives.isNeeded()))).getFirst());
        var blocks = new ArrayList<>(List.of(first));
        while (blocks.getLast().ref().height() < to) {
            var last = blocks.getLast().ref();
            var end = Math.min(to, last.height() + BLOCKS_MAX);
            blocks.addAll(blocks(last, last.height() + 1, end, natives.isNeeded()));
        }
        return transfers(blocks, watch, natives);
    }

    @Override
    public BlockRef beginning(Instant moment) {
        var answers = node.ask(List.of(RpcCall.chainId(), RpcCall.latestHeader()));
        checkChain(answers.getFirst());
        var high = block(Math.max(0, EvmBlock.of(answers.get(1)).ref().height() - BEGINNING_DEPTH));
        if (high.height() == 0 || high.time().isBefore(moment)) {
            return high;
        }
        var low = block(0);
        // The block sought is at or above `low`, and below `high`.
        while (low.height() + 1 < high.height()) {
            var middle = block(low.height() + (high.height() - low.height()) / 2);
            if (middle.time().isBefore(moment)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private BlockRef block(long height) {
        return EvmBlock.of(node.ask(List.of(RpcCall.block(height, false))).getFirst())
                .ref();
    }

    // What a reading may span: at least up to what was held before, at most to what was asked for.
    private record Range(long held, long heightMax) {
        long end(BlockRef fork, BlockRef head) {
            var far = Math.max(held, fork.height() + BLOCKS_MAX);
            return Math.min(Math.min(head.height(), heightMax), far);
        }
    }

    @Override
    public int decimals(Asset asset) {
        if (asset.isNative()) {
            checkChain(node.ask(List.of(RpcCall.chainId())).getFirst());
            return NATIVE_DECIMALS;
        }
        var contract = asset.contract().orElseThrow();
        var answers = node.ask(List.of(RpcCall.chainId(), RpcCall.view(contract, DECIMALS)));
        checkChain(answers.getFirst());
        var word = answers.get(1).asString("");
        if (!Quantity.isWord(word)) {
            throw new ChainUnavailable(asset + ": there is no token at that address on this chain");
        }
        var decimals = new java.math.BigInteger(word.substring(2), 16);
        return decimals.bitLength() > 8 ? Integer.MAX_VALUE : decimals.intValueExact();
    }

    @Override
    public void close() {
        node.close();
    }

    private void checkChain(JsonNode chainId) {
        var id = chainId.asString("").matches("0x[0-9a-fA-F]{1,16}")
                ? Long.toUnsignedString(
                        Long.parseUnsignedLong(chainId.stringValue().substring(2), 16))
                : "none";
        if (!id.equals(chain().reference())) {
            throw new ChainUnavailable(
                    "the node is for chain " + id + ", not " + chain().reference() + ": correct the network's rpc-url");
        }
    }

    // The newest of our blocks that the chain still has.
    private BlockRef fork(ChainTail known) {
        var blocks = known.blocks();
        var answers = node.ask(blocks.stream()
                .map(block -> RpcCall.block(block.height(), false))
                .toList());
        for (var i = blocks.size() - 1; i >= 0; i--) {
            if (EvmBlock.of(answers.get(i)).ref().hash().equals(blocks.get(i).hash())) {
                return blocks.get(i);
            }
        }
        throw new ChainUnavailable("the chain shares none of the last " + blocks.size()
                + " blocks that were read: a reorg deeper than that, or another chain. A person must look");
    }

    private Reading readOn(BlockRef fork, BlockRef head, Range range, Watch watch, Instant calledAt) {
        var from = fork.height() + 1;
        var to = range.end(fork, head);
        var isComplete = to == head.height();
        var natives = new NativeTransfers(watch);
        var blocks = from > to ? List.<EvmBlock>of() : blocks(fork, from, to, natives.isNeeded());
        var transfers = blocks.isEmpty() ? List.<Transfer>of() : transfers(blocks, watch, natives);
        var refs = blocks.stream().map(EvmBlock::ref).toList();
        var newest = refs.isEmpty() ? fork : refs.getLast();
        return new Reading(fork, refs, transfers, view(newest, calledAt), isComplete);
    }

    private List<EvmBlock> blocks(BlockRef fork, long from, long to, boolean withTransactions) {
        var answers = node.ask(LongStream.rangeClosed(from, to)
                .mapToObj(height -> RpcCall.block(height, withTransactions))
                .toList());
        var blocks = new ArrayList<EvmBlock>();
        var previous = fork;
        for (var answer : answers) {
            var block = EvmBlock.of(answer);
            if (!previous.isParentOf(block.ref())) {
                throw new ChainUnavailable("block " + block.ref().height() + " does not follow the one before it: the"
                        + " chain changed while it was read");
            }
            blocks.add(block);
            previous = block.ref();
        }
        return blocks;
    }

    // Everything about the range is asked after its blocks, and the range's last block once more after that: if it is
    // still the same, all of it was.
    private List<Transfer> transfers(List<EvmBlock> blocks, Watch watch, NativeTransfers natives) {
        var now = clock.instant();
        var tokens = new TokenTransfers(watch);
        var candidates = natives.isNeeded()
                ? blocks.stream()
                        .flatMap(block -> natives.in(block, now).stream())
                        .toList()
                : List.<NativeTransfers.Candidate>of();
        var first = blocks.getFirst().ref();
        var last = blocks.getLast().ref();
        var calls = new ArrayList<RpcCall>();
        candidates.forEach(candidate -> calls.add(candidate.receipt()));
        if (tokens.isNeeded()) {
            calls.add(tokens.call(first.height(), last.height()));
        }
        calls.add(RpcCall.block(last.height(), false));

        var answers = node.ask(calls);
        if (!EvmBlock.of(answers.getLast()).ref().equals(last)) {
            throw new ChainUnavailable("the chain changed while it was read");
        }
        var transfers = new ArrayList<Transfer>();
        for (var i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).isConfirmedBy(answers.get(i))) {
                transfers.add(candidates.get(i).transfer());
            }
        }
        if (tokens.isNeeded()) {
            var byHeight = new HashMap<Long, BlockRef>();
            blocks.forEach(block -> byHeight.put(block.ref().height(), block.ref()));
            transfers.addAll(tokens.read(answers.get(candidates.size()), byHeight, now));
        }
        return transfers;
    }

    // Every block up to the newest one's time is read, and later ones may still come: that is how far time has gone,
    // and
    // never ahead of our own clock, since the deadlines are ours. While no block comes, nothing expires.
    private ChainView view(BlockRef newest, Instant calledAt) {
        var asOf = calledAt.isBefore(newest.time()) ? calledAt : newest.time();
        return new ChainView(chain(), newest.height(), asOf);
    }
}
