package imtokenpay.adapter.evm.token;

import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.adapter.evm.pace.RangeLength;
import imtokenpay.adapter.evm.rpc.Answers;
import imtokenpay.adapter.evm.rpc.Refused;
import imtokenpay.adapter.evm.rpc.RpcCall;
import imtokenpay.adapter.evm.watch.Quantity;
import imtokenpay.adapter.evm.watch.Watched;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How to ask one node for token transfers: with a filter for our receivers, or for all of the token, whichever costs
/// less. Always one call a range, however many receivers there are. Learns how busy the tokens are.
public final class TokenScan {
    private static final int RANGE_START = 500;
    /// What geth, Erigon and java-tron take at one position.
    private static final int TOPICS_MAX = 1_000;
    /// What a receiver adds to a question, and a foreign log to an answer (measured).
    private static final long TOPIC_BYTES = 71;

    private static final long LOG_BYTES = 629;
    // USDT on the main net; until it is known better.
    private static final long LOGS_A_BLOCK = 80;
    private static final long SCALE = 1_024;
    private static final long MEMORY = 8;

    private final RangeLength filtered;
    private final RangeLength whole;
    private volatile boolean takesTopics = true;
    private volatile long logsAThousand = LOGS_A_BLOCK * SCALE;

    /// @param blocksMax how many blocks one question may span
    public TokenScan(int blocksMax) {
        filtered = new RangeLength(RANGE_START, blocksMax);
        whole = new RangeLength(RANGE_START, blocksMax);
    }

    /// One question in the way that was chosen.
    public final class Query {
        private final Watched watched;
        private final List<?> topics;
        private final boolean isFiltered;

        private Query(Watched watched, boolean isFiltered) {
            this.watched = watched;
            this.isFiltered = isFiltered;
            // The sender's place is left open: an empty list matches anything at that position.
            this.topics = isFiltered
                    ? List.of(LogReader.TRANSFER, List.of(), watched.receiverWords())
                    : List.of(LogReader.TRANSFER);
        }

        /// The call that finds the watched transfers in those blocks.
        public RpcCall<LogReader.Logs> call(Range range) {
            var filter = Map.of(
                    "fromBlock",
                    Quantity.hex(range.from()),
                    "toBlock",
                    Quantity.hex(range.to()),
                    "address",
                    watched.contracts(),
                    "topics",
                    topics);
            return RpcCall.of("eth_getLogs", List.of(filter), new LogReader(watched));
        }

        /// What it found.
        ///
        /// @throws imtokenpay.chain.watch.ChainUnavailable if a transfer is of a block that was not asked for
        public List<TokenMove> moves(RpcCall<LogReader.Logs> call, Range range, Answers answers) {
            var logs = answers.of(call);
            if (!isFiltered) {
                learn(logs.count(), range.blocks());
            }
            logs.moves().forEach(move -> move.checkIsIn(range));
            return logs.moves();
        }

        /// How many blocks to ask for at once in this way.
        public RangeLength length() {
            return isFiltered ? filtered : whole;
        }

        /// Notes a refusal: some nodes take fewer topics than others.
        public void refused(Refused refusal) {
            var said = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
            if (isFiltered && (said.contains("topic") || said.contains("parameter"))) {
                takesTopics = false;
            }
        }
    }

    /// Chooses the way to ask for about that many blocks.
    public Query query(Watched watched, long blocks) {
        var mayFilter = takesTopics && watched.receivers() <= TOPICS_MAX;
        var filterBytes = watched.receivers() * TOPIC_BYTES;
        var foreignBytes = blocks * logsAThousand / SCALE * LOG_BYTES;
        return new Query(watched, mayFilter && filterBytes <= foreignBytes);
    }

    // Unsynchronised: a lost update only makes it learn a little later.
    private void learn(long logs, long blocks) {
        var now = logs * SCALE / blocks;
        logsAThousand = (logsAThousand * (MEMORY - 1) + now) / MEMORY;
    }
}
