package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.coin.EvmBlock;
import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.rpc.RpcEndpoint;
import imtokenpay.adapter.evm.token.TokenScan;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.FeedAnswer;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads an EVM chain with an own cursor. Filters and subscriptions of a node lose blocks when an answer is lost and
/// say nothing of reorgs, so none are used: every look compares hashes itself. A look that finds nothing new is one
/// call.
public final class EvmChainReader implements NodeReader {
    /// Some nodes take no more than 100 in one request (java-tron, `node.jsonrpc.maxBatchSize`, 2026), and the question
    /// for their chain is one of them.
    static final int CALLS_MAX = 90;

    /// First four bytes of keccak-256 of `decimals()` (ERC-20).
    private static final String DECIMALS = "0x313ce567";

    private final EvmNetwork network;
    private final CheckedNode node;
    private final RangeReader ranges;
    private final InstantSource clock;
    private volatile Optional<Watched> watched = Optional.empty();
    // The head that was seen while far behind it: it need not be asked for again before we come near.
    private volatile Optional<BlockRef> headAhead = Optional.empty();
    // The newest block that the node called final at the last look; none if it was not asked or does not say.
    private volatile long finalHeight = ChainView.NONE;
    private volatile OptionalLong newest = OptionalLong.empty();

    public EvmChainReader(EvmNetwork network, InstantSource clock) {
        this.network = network;
        this.node = new CheckedNode(network, new RpcEndpoint(network.rpc(), network.headers(), clock));
        this.ranges =
                new RangeReader(node, clock, new TokenScan(network.profile().logBlocksMax()));
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
        var head = headAhead.filter(seen -> isFarBehind(last, seen)).orElseGet(() -> newestBlock(watch.asksFinal()));
        headAhead = Optional.empty();
        newest = OptionalLong.of(head.height());
        if (head.height() < last.height()) {
            // A node that lags, or one of several behind one address. It says nothing about the blocks it lacks.
            throw new ChainUnavailable(
                    Reason.BEHIND,
                    "the node is at block " + head.height() + ", behind the " + last.height()
                            + " that was read already");
        }
        if (head.hash().equals(last.hash())) {
            return new Reading(last, List.of(), List.of(), view(last, calledAt), true);
        }
        var look = new Look(last, head, Math.min(head.height(), heightMax), calledAt);
        var reading = (look.end() > last.height() ? readOn(last, look, watch) : Optional.<Reading>empty())
                .or(() -> readOn(fork(known), look, watch))
                .orElseThrow(EvmChainReader::changed);
        headAhead = Optional.of(head);
        return reading;
    }

    /// One look at the chain.
    ///
    /// @param held the newest block that we hold
    /// @param end where to stop
    private record Look(BlockRef held, BlockRef head, long end, Instant calledAt) {}

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        if (from == 0) {
            // Nobody was paid in the block that begins a chain.
            return to == 0 ? List.of() : transfersIn(1, to, watch);
        }
        var before = block(from - 1);
        return ranges.read(new RangeReader.Task(before, new Range(from, to), watched(watch), false))
                .orElseThrow(EvmChainReader::changed)
                .transfers();
    }

    @Override
    public BlockRef beginning(Instant moment) {
        var high = block(Math.max(0, newest().height() - BEGINNING_DEPTH));
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

    @Override
    public BlockRef newest() {
        var latest = EvmBlock.latest();
        return node.askForNews(List.of(latest)).of(latest);
    }

    @Override
    public OptionalLong head() {
        return newest;
    }

    @Override
    public int decimals(Asset asset) {
        if (asset.isNative()) {
            node.askForNews(List.of());
            return network.profile().coinDecimals();
        }
        var params = List.of(Map.of("to", asset.contract().orElseThrow(), "data", DECIMALS), "latest");
        var call = RpcCall.of("eth_call", params, tokens -> Field.text(tokens.json()));
        var word = node.askForNews(List.of(call)).of(call);
        if (!word.matches("0x[0-9a-fA-F]{64}")) {
            throw new ChainUnavailable(asset + ": there is no token at that address on this chain");
        }
        var decimals = new BigInteger(word.substring(2), 16);
        return decimals.bitLength() > 8 ? Integer.MAX_VALUE : decimals.intValueExact();
    }

    @Override
    public FeedAnswer feed(String contract) {
        return new PriceFeed(contract).read(node);
    }

    @Override
    public TransactionAnswer transaction(String txHash) {
        return new TransactionLookUp(txHash, !network.profile().showsAllCoins()).read(node);
    }

    @Override
    public void close() {
        node.close();
    }

    private BlockRef newestBlock(boolean asksFinal) {
        var latest = EvmBlock.latest();
        var above = network.profile().aboveFinal();
        if (above.isPresent()) {
            return notFarAboveFinal(latest, above.getAsInt());
        }
        // Where a node does not say, those wait on who wait for it, and nobody else.
        var last = EvmBlock.finalHeight();
        var answers = node.ask(asksFinal ? List.of(latest, last) : List.of(latest));
        finalHeight = asksFinal ? answers.of(last) : ChainView.NONE;
        return answers.of(latest);
    }

    private BlockRef notFarAboveFinal(RpcCall<BlockRef> latest, int above) {
        var last = EvmBlock.finalized();
        var answers = node.ask(List.of(latest, last));
        finalHeight = answers.of(last).height();
        var highest = finalHeight + above;
        return answers.of(latest).height() > highest ? block(highest) : answers.of(latest);
    }

    private BlockRef block(long height) {
        var header = EvmBlock.header(height);
        return node.ask(List.of(header)).of(header);
    }

    private static boolean isFarBehind(BlockRef block, BlockRef head) {
        return block.height() < head.height() - Landmarks.DEPTH;
    }

    // The newest of our blocks that the chain still has.
    private BlockRef fork(ChainTail known) {
        var blocks = known.blocks().reversed();
        for (var start = 0; start < blocks.size(); start += CALLS_MAX) {
            var part = blocks.subList(start, Math.min(blocks.size(), start + CALLS_MAX));
            var headers =
                    part.stream().map(block -> EvmBlock.header(block.height())).toList();
            var answers = node.ask(headers);
            for (var i = 0; i < part.size(); i++) {
                if (answers.of(headers.get(i)).hash().equals(part.get(i).hash())) {
                    return part.get(i);
                }
            }
        }
        throw new ChainUnavailable(
                Reason.WRONG_CHAIN,
                "the chain shares none of the last " + blocks.size()
                        + " blocks that were read: a reorg deeper than that, or another chain. A person must look");
    }

    // Empty if the chain does not go on from there.
    private Optional<Reading> readOn(BlockRef fork, Look look, Watch watch) {
        if (look.end() < look.held().height() && !fork.equals(look.held())) {
            throw new ChainUnavailable("the chain left blocks behind that lie higher than what may be read");
        }
        if (look.end() <= fork.height()) {
            return Optional.of(new Reading(fork, List.of(), List.of(), view(fork, look.calledAt()), false));
        }
        var ready = watched(watch);
        var to = isFarBehind(fork, look.head()) ? farEnd(fork, look, ready) : look.end();
        var isNearHead = to > look.head().height() - Landmarks.DEPTH;
        return ranges.read(new RangeReader.Task(fork, new Range(fork.height() + 1, to), ready, isNearHead))
                .map(found -> new Reading(
                        fork,
                        found.blocks(),
                        found.transfers(),
                        view(found.blocks().getLast(), look.calledAt()),
                        to == look.head().height()));
    }

    private long farEnd(BlockRef fork, Look look, Watched ready) {
        var reach = fork.height() + ranges.reach(ready, look.end() - fork.height());
        return Math.min(look.end(), Math.max(reach, look.held().height()));
    }

    private Watched watched(Watch watch) {
        var ready = watched.filter(made -> made.isOf(watch))
                .orElseGet(() -> new Watched(watch, network.profile().showsAllCoins()));
        watched = Optional.of(ready);
        return ready;
    }

    // Every block up to the newest one's time is read, and later ones may still come: that is how far time has gone,
    // and never ahead of our own clock, since the deadlines are ours. While no block comes, nothing expires.
    private ChainView view(BlockRef newest, Instant calledAt) {
        var asOf = calledAt.isBefore(newest.time()) ? calledAt : newest.time();
        return new ChainView(chain(), newest.height(), asOf, Math.min(finalHeight, newest.height()));
    }

    private static ChainUnavailable changed() {
        return new ChainUnavailable(Reason.INCONSISTENT, "the chain changed while it was read");
    }
}
