package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.block.LoneTransaction;
import imtokenpay.adapter.bitcoin.node.ShownTransaction;
import imtokenpay.adapter.bitcoin.node.TransactionIndex;
import imtokenpay.adapter.bitcoin.node.UnspentOutput;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.chain.watch.TransactionAnswer;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Looks one transaction up. A node finds those that wait for a block; all others only where it keeps
/// an index of them, which few do. Without one, the block is found by any output that is still unspent.
///
/// @param id the transaction's hash, 64 small digits
record TransactionLookUp(String id) {
    /// How many of its outputs are asked for, in one question. Nearly all transactions have fewer, and
    /// of the rest it is enough that one of these is unspent.
    private static final int OUTPUTS_MAX = 90;

    TransactionAnswer read(CoreNode node) {
        // That also checks which chain the node is for, and that it has caught up.
        var state = node.state();
        var shown = ShownTransaction.call(id);
        var index = TransactionIndex.call();
        var answers = node.ask(List.of(shown, index));
        if (answers.of(shown).isPresent()) {
            return answer(node, answers.of(shown).get());
        }
        if (answers.of(index) == TransactionIndex.COMPLETE) {
            return new TransactionAnswer.Unknown();
        }
        var height = unspentAt(node)
                .orElseThrow(() -> new ChainUnavailable(
                        "the node keeps no index of all transactions (txindex=1 in its bitcoin.conf), and this one"
                                + " neither waits for a block nor has money in it that is still unspent"));
        state.checkHolds(height);
        var inBlock = ShownTransaction.call(id, node.hashes(height, height).getFirst());
        return new TransactionAnswer.Done(
                height, moves(node, node.ask(List.of(inBlock)).of(inBlock)));
    }

    private TransactionAnswer answer(CoreNode node, ShownTransaction shown) {
        var moves = moves(node, shown);
        return shown.block()
                .<TransactionAnswer>map(block -> new TransactionAnswer.Done(height(node, block), moves))
                .orElseGet(() -> new TransactionAnswer.Pending(moves));
    }

    private List<Move> moves(CoreNode node, ShownTransaction shown) {
        return LoneTransaction.moves(shown.bytes(), id, node.net());
    }

    private static long height(CoreNode node, String block) {
        var header = node.headers(List.of(block)).getFirst();
        if (!header.isInChain()) {
            // The index keeps it there until another block holds it.
            throw new ChainUnavailable(
                    Reason.INCONSISTENT,
                    "the chain has left the block behind that held it, and it waits for no other at this node");
        }
        return header.ref().height();
    }

    private Optional<Long> unspentAt(CoreNode node) {
        var outputs = IntStream.range(0, OUTPUTS_MAX)
                .mapToObj(output -> UnspentOutput.call(id, output))
                .toList();
        var answers = node.ask(List.copyOf(outputs));
        return outputs.stream()
                .flatMap(output -> answers.of(output).stream())
                .findFirst()
                .map(found ->
                        node.headers(List.of(found.best())).getFirst().ref().height() - found.confirmations() + 1);
    }
}
