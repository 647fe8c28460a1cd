package imtokenpay.flow.find;

import imtokenpay.chain.TypedHash;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer.Move;
import imtokenpay.flow.Pass;
import imtokenpay.flow.find.JudgeMoves.Judged;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/// Asks every chain that is watched what became of a transaction which should have paid and did not. What they say is
/// told and never credited: money counts only when the chain is read in its order.
@Pass
public class ExplainTransaction {
    private final WatchedChains chains;
    private final JudgeMoves judge;

    @Inject
    public ExplainTransaction(WatchedChains chains, JudgeMoves judge) {
        this.chains = chains;
        this.judge = judge;
    }

    /// What one chain makes of it.
    ///
    /// @param txHash as that chain writes it
    /// @param ours what of it came to addresses of ours
    /// @param trouble why no node answered; empty unless that is the verdict
    public record Explained(ChainId chain, String txHash, Verdict verdict, List<Move> ours, String trouble) {}

    /// Asks about the hash in what was typed, the chains that know it first; nothing where there is no hash.
    public List<Explained> explain(String typed) {
        var all =
                chains.all().stream().flatMap(chain -> explained(chain, typed)).toList();
        var known = all.stream().filter(one -> one.verdict() != Verdict.UNKNOWN);
        var unknown = all.stream().filter(one -> one.verdict() == Verdict.UNKNOWN);
        return Stream.concat(known, unknown).toList();
    }

    private Stream<Explained> explained(WatchedChain watched, String typed) {
        var chain = watched.reader().chain();
        return TypedHash.in(typed, chain).stream().map(hash -> explained(watched, chain, hash));
    }

    private Explained explained(WatchedChain watched, ChainId chain, String hash) {
        try {
            // Apart, so that no look at the chain is ended by a person's question.
            var answer = watched.reader().apart().transaction(hash);
            Judged judged = judge.judge(chain, answer);
            return new Explained(chain, hash, judged.verdict(), judged.ours(), "");
        } catch (ChainUnavailable none) {
            return new Explained(chain, hash, Verdict.NO_ANSWER, List.of(), String.valueOf(none.getMessage()));
        }
    }
}
