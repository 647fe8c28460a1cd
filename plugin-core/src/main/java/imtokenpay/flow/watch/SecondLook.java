package imtokenpay.flow.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.demand.Demand;
import imtokenpay.money.ChainId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Looks at blocks a second time once they have grown old. One of several machines behind a node's address may lag, and
/// then says that a block holds no transfers when it only does not know them yet: empty is not absence.
final class SecondLook {
    private static final Logger LOG = System.getLogger(SecondLook.class.getName());
    // Machines behind one address lag by seconds. Soon enough to find money before its payment expires.
    private static final Duration AGE_MIN = Duration.ofMinutes(2);
    private static final Duration PAUSE_LIVE = Duration.ofMinutes(2);
    private static final Duration PAUSE_LATE = Duration.ofDays(1);
    private static final int BLOCKS_MAX = 1_000;

    private final WatchState state;
    private final RecordTransfers record;
    private final InstantSource clock;
    private final Map<ChainId, Instant> lookedAt = new ConcurrentHashMap<>();
    private final AtomicLong found = new AtomicLong();

    SecondLook(WatchState state, RecordTransfers record, InstantSource clock) {
        this.state = state;
        this.record = record;
        this.clock = clock;
    }

    void look(ChainReader reader, Lease lease, Demand demand) {
        var chain = lease.chain();
        var now = clock.instant();
        var pause = demand == Demand.LIVE ? PAUSE_LIVE : PAUSE_LATE;
        if (lookedAt.computeIfAbsent(chain, any -> now).plus(pause).isAfter(now)) {
            return;
        }
        var watch = state.watch(chain).withoutNative();
        var until = oldEnough(state.tail(chain).orElseThrow());
        var from = state.lookedAgain(chain);
        while (from < until) {
            var to = Math.min(until, from + BLOCKS_MAX);
            var transfers = reader.transfersIn(from + 1, to, watch);
            report(chain, record.recordAgain(lease, from, to, transfers), to);
            from = to;
        }
        lookedAt.put(chain, now);
    }

    // The newest block that is old enough; the oldest one that we hold where blocks come so fast that none is.
    private static long oldEnough(ChainTail tail) {
        var moment = tail.last().time().minus(AGE_MIN);
        return tail.blocks().reversed().stream()
                .filter(block -> !block.time().isAfter(moment))
                .findFirst()
                .map(BlockRef::height)
                .orElse(tail.blocks().getFirst().height());
    }

    private void report(ChainId chain, int missed, long height) {
        if (missed > 0) {
            LOG.log(
                    Level.WARNING,
                    "{0}: {1} transfers up to block {2} were found only at the second look, {3} since the start. The"
                            + " node answers before it knows its blocks: add a second one.",
                    chain,
                    missed,
                    height,
                    found.addAndGet(missed));
        }
    }
}
