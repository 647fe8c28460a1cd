package imtokenpay.flow.find;

import imtokenpay.chain.TypedHash;
import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.TransactionAnswer.Done;
import imtokenpay.flow.Pass;
import imtokenpay.flow.watch.WatchState;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import jakarta.inject.Inject;
import java.util.Optional;

/// Reads the block of a transaction once more that came to the shop and was not noticed, since a person asks for it.
/// What it brings is entered as at any look: by the block alone, never by the transaction that was named.
@Pass
public class ReadBlockAgain {
    private final WatchedChains chains;
    private final WatchState state;
    private final JudgeMoves judge;
    private final EnterBlock enter;

    @Inject
    public ReadBlockAgain(WatchedChains chains, WatchState state, JudgeMoves judge, EnterBlock enter) {
        this.chains = chains;
        this.state = state;
        this.judge = judge;
        this.enter = enter;
    }

    /// How it went.
    ///
    /// @param entered how many transfers were new, in all blocks that were read
    /// @param trouble why a block was not read, in words for the person; empty if all were
    public record Outcome(int entered, String trouble) {
        private Outcome and(Outcome other) {
            return new Outcome(entered + other.entered, trouble.isEmpty() ? other.trouble : trouble);
        }
    }

    /// Reads the blocks that hold the transaction and in which it was not noticed; none where there is none.
    ///
    /// @param typed the hash, as it was searched for
    /// @param by the name that the person has signed in with
    public Outcome again(String typed, String by) {
        return chains.all().stream().map(watched -> again(watched, typed, by)).reduce(new Outcome(0, ""), Outcome::and);
    }

    private Outcome again(WatchedChain watched, String typed, String by) {
        var chain = watched.reader().chain();
        var hash = TypedHash.in(typed, chain).filter(any -> TypedHash.mayBeOf(typed, chain));
        try {
            return hash.flatMap(some -> wanted(watched, some, by))
                    .map(wanted -> read(watched, wanted))
                    .orElse(new Outcome(0, ""));
        } catch (ChainUnavailable none) {
            return new Outcome(0, "The node did not show the block: " + none.getMessage());
        }
    }

    private Optional<EnterBlock.Wanted> wanted(WatchedChain watched, String hash, String by) {
        var reader = watched.reader();
        var answer = reader.apart().transaction(hash);
        return answer instanceof Done done
                        && judge.judge(reader.chain(), answer).verdict() == Verdict.NOT_NOTICED
                ? Optional.of(new EnterBlock.Wanted(done.height(), hash, by))
                : Optional.empty();
    }

    private Outcome read(WatchedChain watched, EnterBlock.Wanted wanted) {
        var chain = watched.reader().chain();
        var lease = state.lease(chain, chains.node());
        if (lease.isEmpty()) {
            return new Outcome(0, "Another server of the cluster reads this network. Ask there, or try again.");
        }
        var transfers = watched.reader().apart().transfersIn(wanted.height(), wanted.height(), state.watch(chain));
        try {
            return new Outcome(enter.enter(lease.get(), wanted, transfers), "");
        } catch (StaleWriter late) {
            return new Outcome(0, "The network was read on at this moment. Try again.");
        }
    }
}
