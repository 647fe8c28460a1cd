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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Asks the chains that are watched what became of a transaction which should have paid and did not.
/// What they say is told and never credited: money counts only when the chain is read in its order.
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

    /// Asks about the hash in what was typed, each chain that it may be of; nothing where there is no
    /// hash. First come the chains that know it, then those that gave no answer.
    public List<Explained> explain(String typed) {
        return chains.all().stream()
                .flatMap(chain -> explained(chain, typed))
                .sorted(Comparator.comparing(ExplainTransaction::place))
                .toList();
    }

    private static int place(Explained one) {
        return switch (one.verdict()) {
            case PENDING, FAILED, NOT_TO_US, NOT_ACCEPTED, NOT_READ_YET, NOT_NOTICED -> 0;
            case NO_ANSWER -> 1;
            case UNKNOWN -> 2;
        };
    }

    private Stream<Explained> explained(WatchedChain watched, String typed) {
        var chain = watched.reader().chain();
        return TypedHash.in(typed, chain).stream()
                .filter(any -> TypedHash.mayBeOf(typed, chain))
                .map(hash -> explained(watched, chain, hash));
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
