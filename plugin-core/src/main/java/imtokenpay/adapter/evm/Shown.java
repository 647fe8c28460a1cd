package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.coin.CoinMove;
import imtokenpay.adapter.evm.coin.EvmBlock;
import imtokenpay.adapter.evm.coin.Rise;
import imtokenpay.adapter.evm.token.TokenMove;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a node has shown of a range so far. Its parts come from several answers, so each must fit the others.
final class Shown {
    private final RangeReader.Task task;
    private final Instant at;
    private final TreeMap<Long, BlockRef> refs = new TreeMap<>();
    private final List<EvmBlock> blocks = new ArrayList<>();
    private final List<TokenMove> tokenMoves = new ArrayList<>();
    private final Set<BlockRef> ends = new LinkedHashSet<>();
    private final Map<Long, Inclusion.Included> told = new HashMap<>();
    private Optional<Rise> rise = Optional.empty();
    private boolean isConfirmed;

    Shown(RangeReader.Task task, Instant at) {
        this.task = task;
        this.at = at;
    }

    RangeReader.Task task() {
        return task;
    }

    Instant at() {
        return at;
    }

    /// Adds a block.
    ///
    /// @throws ChainUnavailable if another was shown at its height
    synchronized void add(BlockRef ref) {
        if (ref.height() < task.range().from() || ref.height() > task.range().to()) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node answered another block than the one that was asked for");
        }
        var before = refs.putIfAbsent(ref.height(), ref);
        if (before != null && !before.equals(ref)) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the chain changed while it was read");
        }
    }

    synchronized void add(EvmBlock block) {
        add(block.ref());
        blocks.add(block);
    }

    synchronized void add(List<TokenMove> moves) {
        tokenMoves.addAll(moves);
    }

    synchronized void addEnd(BlockRef end, List<TokenMove> moves) {
        add(end);
        ends.add(end);
        tokenMoves.addAll(moves);
    }

    void add(Optional<Rise> found) {
        rise = found;
    }

    /// Notes that the last block was still the same after everything else was shown.
    void confirm(BlockRef last) {
        add(last);
        isConfirmed = true;
    }

    /// Whether the first block is built on the fork; taken for true while that block is not shown.
    ///
    /// @throws ChainUnavailable if blocks within do not follow each other
    boolean isLinked() {
        var previous = Optional.<BlockRef>empty();
        for (var ref : refs.values()) {
            if (previous.isPresent() && !previous.get().isFollowedBy(ref)) {
                throw new ChainUnavailable(
                        Reason.INCONSISTENT,
                        "block " + ref.height() + " does not follow the one before it: the chain"
                                + " changed while it was read");
            }
            previous = Optional.of(ref);
        }
        return isFirstUnknown() || task.fork().isParentOf(ref(task.range().from()));
    }

    /// Whether it must still be asked if the chain has the fork.
    boolean isFirstUnknown() {
        return !refs.containsKey(task.range().from());
    }

    boolean isConfirmed() {
        return isConfirmed;
    }

    /// The blocks that must be the same after everything else was shown, as they are all that links the parts.
    List<BlockRef> looseEnds() {
        return blocks.isEmpty() ? List.copyOf(ends) : List.of();
    }

    /// The heights of blocks that hold transfers and that were neither shown nor told of well enough.
    List<Long> missing() {
        return tokenMoves.stream()
                .filter(move -> !refs.containsKey(move.height()) && !isWellTold(move.block()))
                .map(TokenMove::height)
                .distinct()
                .sorted()
                .toList();
    }

    // Far behind the head a log that has its block's time spares us the header: the log came with the end of its part,
    // in one answer, and the end is asked for again. Near the head we hold every block of a transfer, to see it go. A
    // time that does not fit the blocks around it is not believed; some nodes write 0.
    private boolean isWellTold(TokenMove.Block block) {
        var before = refs.lowerEntry(block.height());
        var after = refs.higherEntry(block.height());
        var earliest = before == null ? task.fork() : before.getValue();
        var isFarBehind = !task.isNearHead() || block.height() <= task.range().to() - Landmarks.DEPTH;
        return isFarBehind
                && after != null
                && block.time().isPresent()
                && !block.time().get().isBefore(earliest.time())
                && !block.time().get().isAfter(after.getValue().time());
    }

    /// The block of a transfer; the header of each that is [missing][#missing] was added.
    ///
    /// @throws ChainUnavailable if two logs tell different things of one block
    Inclusion.Included block(TokenMove move) {
        var ref = refs.get(move.height());
        if (ref != null) {
            return new Inclusion.Included(ref);
        }
        var block = move.block();
        var now = new Inclusion.Included(
                block.height(), block.hash(), block.time().orElseThrow());
        var before = told.putIfAbsent(block.height(), now);
        if (before != null && !before.equals(now)) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node's logs tell two blocks of one height");
        }
        return now;
    }

    /// The transactions that concern us, and the blocks they are in.
    ///
    /// @throws ChainUnavailable if one is in two blocks
    Map<CoinMove, BlockRef> coinMoves() {
        var moves = new LinkedHashMap<CoinMove, BlockRef>();
        for (var block : blocks) {
            for (var move : block.moves()) {
                var other = moves.putIfAbsent(move, block.ref());
                if (other != null && !other.equals(block.ref())) {
                    throw new ChainUnavailable(Reason.INCONSISTENT, "the node showed one transaction in two blocks");
                }
            }
        }
        return moves;
    }

    List<EvmBlock> blocks() {
        return blocks;
    }

    List<TokenMove> tokenMoves() {
        return tokenMoves;
    }

    Optional<Rise> rise() {
        return rise;
    }

    /// The block at a height that was shown.
    BlockRef ref(long height) {
        return Objects.requireNonNull(refs.get(height), "a block that was never asked for");
    }

    /// The range's last block.
    BlockRef last() {
        return ref(task.range().to());
    }

    /// What to remember of the blocks: near the head those that a reorg may reach, else only the last.
    List<BlockRef> remembered() {
        return task.isNearHead()
                ? List.copyOf(
                        refs.tailMap(last().height() - Landmarks.DEPTH, false).values())
                : List.of(last());
    }
}
