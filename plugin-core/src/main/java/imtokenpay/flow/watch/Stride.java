package imtokenpay.flow.watch;

import imtokenpay.money.ChainId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How many blocks are read at once, learnt for each chain: so few that a reading is over well before the lease runs
/// out. Two nodes of a cluster that both read for longer would take the lease from each other for ever.
final class Stride {
    /// A first stride takes any usable provider less than a second.
    static final long BLOCKS_AT_FIRST = 1_024;
    /// Nine hours of a chain with four blocks a second; the reader may have lower bounds of its own.
    static final long BLOCKS_MAX = 131_072;
    private static final Duration LONG = WatchState.LEASE_LENGTH.dividedBy(3);
    private static final Duration SHORT = LONG.dividedBy(4);

    private final Map<ChainId, Long> blocks = new ConcurrentHashMap<>();

    /// How many blocks to read next.
    long of(ChainId chain) {
        return blocks.getOrDefault(chain, BLOCKS_AT_FIRST);
    }

    /// Notes how long a reading took that went on by so many blocks.
    void took(ChainId chain, long read, Duration time) {
        if (time.compareTo(LONG) > 0) {
            shrink(chain, read);
        } else if (time.compareTo(SHORT) < 0 && read >= of(chain)) {
            blocks.put(chain, Math.min(BLOCKS_MAX, 2 * of(chain)));
        }
    }

    /// Notes how long a reading took that failed: after a long time, it may have asked for too much.
    void failed(ChainId chain, Duration time) {
        if (time.compareTo(LONG) > 0) {
            shrink(chain, of(chain));
        }
    }

    private void shrink(ChainId chain, long read) {
        blocks.put(chain, Math.max(1, Math.min(read, of(chain)) / 2));
    }
}
