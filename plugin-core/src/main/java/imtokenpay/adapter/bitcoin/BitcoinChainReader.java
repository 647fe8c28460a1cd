package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.block.WatchedScripts;
import imtokenpay.adapter.bitcoin.node.BitcoinNode;
import imtokenpay.adapter.bitcoin.node.BlockHeader;
import imtokenpay.adapter.bitcoin.node.NodeState;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Terms;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// Reads Bitcoin block by block with an own cursor. A look that finds nothing new is one request of two
/// calls and one for what waits in the node's memory pool; money counts from its first block on.
final class BitcoinChainReader implements NodeReader {
    private static final Logger LOG = System.getLogger(BitcoinChainReader.class.getName());
    private static final int DECIMALS = 8;
    // What one reading takes at most, so that what is found is written down now and then: blocks of up to 4
    // MB each.
    private static final int BLOCKS_MAX = 24;
    // Most reorgs end above the first part of our blocks that is asked for.
    private static final int FORK_PART = 16;

    private final BitcoinNode node;
    private final InstantSource clock;
    private final FirstSights sights = new FirstSights();
    private final WaitingMoney money;
    private volatile Optional<WatchedScripts> watched = Optional.empty();
    private volatile OptionalLong newest = OptionalLong.empty();
    private volatile Instant restsUntil = Instant.MIN;

    BitcoinChainReader(BitcoinNode node, InstantSource clock) {
        this.node = node;
        this.clock = clock;
        this.money = new WaitingMoney(node, clock);
    }

    @Override
    public ChainId chain() {
        return node.net().chain();
    }

    @Override
    public OptionalLong head() {
        return newest;
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        var ready = watched(watch);
        // The moment before the call: whatever the node had by then is in its answer.
        var calledAt = clock.instant();
        var look = new Look(node.state(), heightMax, calledAt);
        newest = OptionalLong.of(look.state().blocks());
        var reading = read(known, look, ready);
        reading.transfers().forEach(transfer -> money.arrived(transfer.id().txHash()));
        if (reading.isComplete() && ready.coin().isPresent()) {
            noteWaiting(ready);
        }
        return reading;
    }

    private Reading read(ChainTail known, Look look, WatchedScripts ready) {
        var last = known.last();
        if (look.state().blocks() < last.height()) {
            throw new ChainUnavailable(
                    Reason.BEHIND,
                    "the node is at block " + look.state().blocks() + ", behind the " + last.height()
                            + " that was read already");
        }
        if (look.state().best().equals(last.hash())) {
            return new Reading(
                    last, List.of(), List.of(), view(last, look.state().medianTime(), look), true);
        }
        return readOn(last, known, look, ready)
                .or(() -> readOn(fork(known), known, look, ready))
                .orElseThrow(Stretch::changed);
    }

    // It proves nothing and moves nothing: where the node does not tell, what was read is as good.
    private void noteWaiting(WatchedScripts ready) {
        var now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return;
        }
        restsUntil = now.plus(node.waitingRest());
        try {
            var waiting = node.waiting();
            sights.note(waiting, clock.instant());
            money.look(waiting, sights.waiting(), ready);
        } catch (ChainUnavailable untold) {
            LOG.log(Level.DEBUG, "{0}: {1}", chain(), untold.getMessage());
        }
    }

    /// One look at the chain.
    private record Look(NodeState state, long heightMax, Instant calledAt) {
        long end() {
            return Math.min(state.blocks(), heightMax);
        }
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        var ready = watched(watch);
        if (ready.coin().isEmpty() || to == 0) {
            return List.of();
        }
        // Nobody was paid in the block that begins a chain.
        var first = Math.max(1, from);
        node.state().checkHolds(first);
        var before = node.header(first - 1).ref();
        return Stretch.read(node, before, node.hashes(first, to), ready, firstSeen())
                .orElseThrow(Stretch::changed)
                .transfers();
    }

    @Override
    public BlockRef beginning(Instant moment) {
        var high = node.header(Math.max(0, node.state().blocks() - BEGINNING_DEPTH));
        if (high.ref().height() == 0 || isSurelyBefore(high, moment)) {
            return high.ref();
        }
        var low = node.header(0);
        // The block sought is at or above `low`, and below `high`.
        while (low.ref().height() + 1 < high.ref().height()) {
            var middle = node.header(
                    low.ref().height() + (high.ref().height() - low.ref().height()) / 2);
            if (isSurelyBefore(middle, moment)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low.ref();
    }

    @Override
    public Optional<List<WaitingPayment>> waiting(Address receiver) {
        return money.to(receiver);
    }

    @Override
    public BlockRef newest() {
        return node.header(node.state().blocks()).ref();
    }

    @Override
    public int decimals(Asset asset) {
        node.state();
        if (!asset.isNative()) {
            throw new ChainUnavailable(asset + ": Bitcoin has no tokens");
        }
        return DECIMALS;
    }

    @Override
    public TransactionAnswer transaction(String txHash) {
        return node.transaction(txHash);
    }

    @Override
    public void close() {
        node.close();
    }

    // Median times alone never fall from one block to the next, so that they can be searched.
    private boolean isSurelyBefore(BlockHeader header, Instant moment) {
        return header.medianTime().plus(Terms.clocksDifferMax(chain())).isBefore(moment);
    }

    // The newest of our blocks that the chain still has.
    private BlockRef fork(ChainTail known) {
        var blocks = known.blocks();
        for (var end = blocks.size(); end > 0; end = Math.max(0, end - FORK_PART)) {
            var part = blocks.subList(Math.max(0, end - FORK_PART), end);
            var hashes = node.hashes(part.stream().map(BlockRef::height).toList());
            for (var i = part.size() - 1; i >= 0; i--) {
                if (hashes.get(i).equals(part.get(i).hash())) {
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
    private Optional<Reading> readOn(BlockRef fork, ChainTail known, Look look, WatchedScripts ready) {
        var held = known.last();
        if (look.end() <= fork.height()) {
            var header = node.header(fork.height());
            return header.ref().hash().equals(fork.hash())
                    ? Optional.of(new Reading(fork, List.of(), List.of(), view(fork, header.medianTime(), look), false))
                    : Optional.empty();
        }
        if (look.end() < held.height()) {
            throw new ChainUnavailable("the chain left blocks behind that lie higher than what may be read");
        }
        var step = ready.coin().isPresent() ? BLOCKS_MAX : node.headersMax();
        var to = Math.min(look.end(), Math.max(fork.height() + step, held.height()));
        if (ready.coin().isPresent()) {
            look.state().checkHolds(fork.height() + 1);
        }
        var hashes = node.hashes(fork.height(), to);
        if (!hashes.getFirst().equals(fork.hash())) {
            return Optional.empty();
        }
        return Stretch.read(node, fork, hashes.subList(1, hashes.size()), ready, firstSeen())
                .map(read -> new Reading(
                        fork,
                        read.blocks(),
                        read.transfers(),
                        view(read.last().ref(), read.last().medianTime(), look),
                        to == look.state().blocks()));
    }

    private Function<String, Instant> firstSeen() {
        var now = clock.instant();
        return hash -> sights.of(hash, now);
    }

    private WatchedScripts watched(Watch watch) {
        var ready = watched.filter(made -> made.isOf(watch)).orElseGet(() -> new WatchedScripts(node.net(), watch));
        watched = Optional.of(ready);
        return ready;
    }

    // A block's time says little: the next one may lie before it. Up to the median time, and never ahead of
    // our own clock, no other block can come. So what waits for a deadline waits about an hour longer than on
    // other chains.
    private ChainView view(BlockRef newest, Instant medianTime, Look look) {
        var asOf = look.calledAt().isBefore(medianTime) ? look.calledAt() : medianTime;
        return new ChainView(chain(), newest.height(), asOf);
    }
}
