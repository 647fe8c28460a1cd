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
/// less. More receivers than one filter takes are asked for in several questions, but only where that takes no more
/// calls: far behind the head of a busy token. Learns how busy the tokens are.
public final class TokenScan {
    private static final int RANGE_START = 500;
    // More blocks than that are asked for in parts, so one question is chosen for one part.
    private static final int BLOCKS_A_QUERY = 100;
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
    private final RangeLength split;
    private final RangeLength whole;
    private volatile boolean takesTopics = true;
    private volatile boolean hasLearnt;
    private volatile long logsAThousand = LOGS_A_BLOCK * SCALE;

    /// @param blocksMax how many blocks one question may span
    public TokenScan(int blocksMax) {
        filtered = new RangeLength(RANGE_START, blocksMax);
        split = new RangeLength(blocksMax, blocksMax);
        whole = new RangeLength(RANGE_START, blocksMax);
    }

    /// The questions of the way that was chosen: one, or one for each thousand receivers.
    public final class Query {
        private final Watched watched;
        private final int questions;
        private final RangeLength length;

        private Query(Watched watched, int questions, RangeLength length) {
            this.watched = watched;
            this.questions = questions;
            this.length = length;
        }

        /// How many questions there are for each block.
        public int questions() {
            return questions;
        }

        /// The call that finds the watched transfers in those blocks.
        ///
        /// @param question which of the questions, from 0
        public RpcCall<LogReader.Logs> call(int question, Range range) {
            var filter = Map.of(
                    "fromBlock",
                    Quantity.hex(range.from()),
                    "toBlock",
                    Quantity.hex(range.to()),
                    "address",
                    watched.contracts(),
                    "topics",
                    topics(question));
            return RpcCall.of("eth_getLogs", List.of(filter), new LogReader(watched));
        }

        // The sender's place is left open: an empty list matches anything at that position.
        private List<?> topics(int question) {
            if (!isFiltered()) {
                return List.of(LogReader.TRANSFER);
            }
            var words = watched.receiverWords();
            var end = Math.min(words.size(), (question + 1) * TOPICS_MAX);
            return List.of(LogReader.TRANSFER, List.of(), words.subList(question * TOPICS_MAX, end));
        }

        private boolean isFiltered() {
            return length != whole;
        }

        /// What it found.
        ///
        /// @throws imtokenpay.chain.watch.ChainUnavailable if a transfer is of a block that was not asked for
        public List<TokenMove> moves(RpcCall<LogReader.Logs> call, Range range, Answers answers) {
            var logs = answers.of(call);
            if (!isFiltered()) {
                learn(logs.count(), range.blocks());
            }
            logs.moves().forEach(move -> move.checkIsIn(range));
            return logs.moves();
        }

        /// How many blocks to ask for at once in this way.
        public RangeLength length() {
            return length;
        }

        /// Notes a refusal: some nodes take fewer topics than others.
        public void refused(Refused refusal) {
            var said = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
            if (isFiltered() && (said.contains("topic") || said.contains("parameter"))) {
                takesTopics = false;
            }
        }
    }

    /// The only question for a few blocks, which is asked beside others.
    public Query oneQuestion(Watched watched, long blocks) {
        var receivers = watched.receivers();
        var isFiltered = takesTopics && receivers <= TOPICS_MAX && receivers * TOPIC_BYTES <= wholeBytes(blocks);
        return new Query(watched, 1, isFiltered ? filtered : whole);
    }

    /// Chooses the way to ask for that many blocks.
    public Query query(Watched watched, long blocks) {
        var questions = (watched.receivers() + TOPICS_MAX - 1) / TOPICS_MAX;
        return questions > 1 && isBetterSplit(watched, questions, blocks)
                ? new Query(watched, questions, split)
                : oneQuestion(watched, Math.min(blocks, BLOCKS_A_QUERY));
    }

    // A provider counts calls and the line counts bytes: neither may be more.
    private boolean isBetterSplit(Watched watched, int questions, long blocks) {
        var parts = parts(blocks, split);
        return takesTopics
                && hasLearnt
                && questions * parts <= parts(blocks, whole)
                && parts * watched.receivers() * TOPIC_BYTES <= wholeBytes(blocks);
    }

    private static long parts(long blocks, RangeLength length) {
        return (blocks + length.hoped() - 1) / length.hoped();
    }

    private long wholeBytes(long blocks) {
        return blocks * logsAThousand / SCALE * LOG_BYTES;
    }

    // Unsynchronised: a lost update only makes it learn a little later.
    private void learn(long logs, long blocks) {
        var now = logs * SCALE / blocks;
        logsAThousand = hasLearnt ? (logsAThousand * (MEMORY - 1) + now) / MEMORY : now;
        hasLearnt = true;
    }
}
