package imtokenpay.adapter.evm;

import imtokenpay.adapter.evm.coin.Balances;
import imtokenpay.adapter.evm.coin.EvmBlock;
import imtokenpay.adapter.evm.pace.InFlight;
import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.adapter.evm.pace.RangeLength;
import imtokenpay.adapter.evm.rpc.Refused;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.token.TokenScan;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/// Reads what was paid in a range of blocks. A few blocks near the head take one request; more are asked for in parts
/// of a learnt length, several at once.
final class RangeReader {
    private static final int BLOCKS_AT_ONCE = 4;
    private static final int WHOLE_BLOCKS_START = 40;
    private static final int WHOLE_BLOCKS_MAX = 100;
    // How many parts of the learnt length one reading takes: enough that the requests between readings hardly count.
    private static final int LOG_PARTS = 8;
    private static final int BLOCK_PARTS = 20;

    private final CheckedNode node;
    private final InstantSource clock;
    private final InFlight inFlight = new InFlight();
    private final TokenScan tokens;
    private final RangeLength wholeBlocks = new RangeLength(WHOLE_BLOCKS_START, WHOLE_BLOCKS_MAX);
    private final Closing closing;

    RangeReader(CheckedNode node, InstantSource clock, TokenScan tokens) {
        this.node = node;
        this.clock = clock;
        this.tokens = tokens;
        this.closing = new Closing(node, inFlight, new Balances());
    }

    /// What is to be read.
    ///
    /// @param fork the block before the range
    /// @param isNearHead whether a reorg may reach into it, so that blocks are wanted by which to find where
    record Task(BlockRef fork, Range range, Watched watched, boolean isNearHead) {}

    /// @param blocks the newest of the blocks, at least the last one
    record Found(List<BlockRef> blocks, List<Transfer> transfers) {}

    /// How many blocks one reading should span far behind the head.
    ///
    /// @param left how many there are
    long reach(Watched watched, long left) {
        if (watched.coin().isPresent()) {
            return BLOCK_PARTS * wholeBlocks.blocks();
        }
        if (!watched.hasTokens()) {
            return Integer.MAX_VALUE;
        }
        var query = tokens.query(watched, left);
        var parts = query.length().isProven() ? Math.max(1, LOG_PARTS / query.questions()) : 1;
        return parts * query.length().blocks();
    }

    /// Reads the range; empty if its first block is not built on the fork.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if any part is missing or contradicts another
    Optional<Found> read(Task task) {
        var isLittle = task.isNearHead() && task.range().blocks() <= BLOCKS_AT_ONCE;
        var shown = isLittle ? little(task) : Optional.<Shown>empty();
        var all = shown.isPresent() ? shown.get() : much(task);
        return all.isLinked() ? closing.close(all) : Optional.empty();
    }

    // All in one request: the last block's header stands before and after everything else, so that a node which lacks
    // it, or changes it meanwhile, is noticed. Empty if the node finds that too much.
    private Optional<Shown> little(Task task) {
        var shown = new Shown(task, clock.instant());
        var range = task.range();
        var calls = new ArrayList<RpcCall<?>>();
        var blocks = new ArrayList<RpcCall<EvmBlock>>();
        var refs = new ArrayList<RpcCall<BlockRef>>();
        LongStream.rangeClosed(range.from(), range.to()).forEach(height -> {
            if (task.watched().coin().isPresent()) {
                blocks.add(EvmBlock.whole(height, task.watched()));
            } else {
                refs.add(EvmBlock.header(height));
            }
        });
        calls.addAll(blocks);
        calls.addAll(refs);
        var query = tokens.oneQuestion(task.watched(), range.blocks());
        var logs = query.call(0, range);
        if (task.watched().hasTokens()) {
            calls.add(logs);
        }
        var balances = closing.balances(task);
        balances.ifPresent(question -> calls.addAll(question.calls()));
        var again = EvmBlock.header(range.to());
        calls.add(again);
        try {
            var answers = node.askForNews(calls);
            blocks.forEach(call -> shown.add(answers.of(call)));
            refs.forEach(call -> shown.add(answers.of(call)));
            shown.confirm(answers.of(again));
            if (task.watched().hasTokens()) {
                shown.add(query.moves(logs, range, answers));
            }
            balances.ifPresent(question -> shown.add(question.rise(answers, shown.last())));
            return Optional.of(shown);
        } catch (Refused refusal) {
            query.refused(refusal);
            if (range.blocks() == 1 && task.watched().coin().isEmpty()) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    private Shown much(Task task) {
        var shown = new Shown(task, clock.instant());
        if (task.watched().coin().isPresent()) {
            inFlight.inParts(task.range(), wholeBlocks, part -> blocks(part, task.watched()))
                    .forEach(blocks -> blocks.forEach(shown::add));
        } else if (task.isNearHead()) {
            landmarks(task.range()).forEach(shown::add);
        }
        if (task.watched().hasTokens()) {
            logs(task, shown);
        }
        return shown;
    }

    // A refusal of one of several questions makes their parts shorter: perhaps another way is better then. In the end
    // it is one question, whose parts become as short as they must be.
    private void logs(Task task, Shown shown) {
        for (var query = query(task); ; query = query(task)) {
            var asked = query;
            try {
                inFlight.inStrands(
                        asked.questions(),
                        task.range(),
                        asked.length(),
                        (question, part) -> logs(asked, question, part, shown));
                return;
            } catch (Refused refusal) {
                if (asked.questions() == 1) {
                    throw refusal;
                }
            }
        }
    }

    private TokenScan.Query query(Task task) {
        return tokens.query(task.watched(), task.range().blocks());
    }

    private InFlight.Part<List<EvmBlock>> blocks(Range part, Watched watched) {
        var calls = LongStream.rangeClosed(part.from(), part.to())
                .mapToObj(height -> EvmBlock.whole(height, watched))
                .toList();
        var answers = node.askForNews(calls);
        return new InFlight.Part<>(calls.stream().map(answers::of).toList(), answers.bytes());
    }

    // The end is asked for first, and once more when all is read: all of them are of the chain that it ends.
    private List<BlockRef> landmarks(Range range) {
        var calls = Landmarks.of(range).stream().map(EvmBlock::header).toList();
        var answers = node.askForNews(calls);
        return calls.stream().map(answers::of).toList();
    }

    // A node that has not got the range's last block yet has no logs of it either, and says so only of the block. The
    // ends are asked for again when all is read: that links the parts.
    private InFlight.Part<Range> logs(TokenScan.Query query, int question, Range part, Shown shown) {
        var end = EvmBlock.header(part.to());
        var logs = query.call(question, part);
        try {
            var answers = node.askForNews(List.of(end, logs));
            shown.addEnd(answers.of(end), query.moves(logs, part, answers));
            return new InFlight.Part<>(part, answers.bytes());
        } catch (Refused refusal) {
            query.refused(refusal);
            throw refusal;
        }
    }
}
