package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.watch.Watched;
import imtokenpay.chain.BlockRef;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The balances of ours at the two ends of a range. An exchange or a smart account pays from within a contract: such
/// money stands in no transaction's value and leaves no log; only the balance shows it.
public final class Balances {
    private static final Logger LOG = System.getLogger(Balances.class.getName());

    private record Held(String blockHash, List<String> addresses, List<BigInteger> units) {}

    private final AtomicBoolean isMissing = new AtomicBoolean();
    private volatile Optional<Held> held = Optional.empty();

    /// The question for both ends of a range.
    ///
    /// @param fork the block before the range
    public final class Question {
        private final BlockRef fork;
        private final Range range;
        private final List<String> addresses;
        private final Optional<List<BigInteger>> known;
        private final List<RpcCall<Optional<List<BigInteger>>>> calls = new ArrayList<>();

        private Question(BlockRef fork, Range range, List<String> addresses) {
            this.fork = fork;
            this.range = range;
            this.addresses = addresses;
            this.known = held.filter(before -> before.blockHash().equals(fork.hash())
                            && before.addresses().equals(addresses))
                    .map(Held::units);
            calls.add(BalanceCall.at(range.to(), addresses));
            if (known.isEmpty()) {
                calls.add(BalanceCall.at(fork.height(), addresses));
            }
        }

        /// What to ask.
        public List<? extends RpcCall<?>> calls() {
            return calls;
        }

        /// What the node said; empty if it does not know one of the balances.
        ///
        /// @param last the range's last block
        public Optional<Rise> rise(Answers answers, BlockRef last) {
            var after = answers.of(calls.getFirst());
            var before = known.or(() -> answers.of(calls.getLast()));
            note(after.isPresent() && before.isPresent());
            held = after.map(units -> new Held(last.hash(), addresses, units));
            return before.flatMap(low -> after.map(
                    high -> new Rise(addresses, new Rise.Stand(fork.height(), low), new Rise.Stand(range.to(), high))));
        }
    }

    /// Asks for the balances before and at the end of a range.
    public Question question(BlockRef fork, Range range, Watched watched) {
        return new Question(fork, range, watched.receiverTexts());
    }

    /// Notes whether the node knew a balance, and tells people when that changes.
    public void note(boolean isThere) {
        if (!isThere && isMissing.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "the node does not tell balances of past blocks: coins that a contract sends, such as an exchange"
                            + " or a smart account, are not seen until it does");
        } else if (isThere && isMissing.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "the node tells balances of past blocks again");
        }
    }
}
