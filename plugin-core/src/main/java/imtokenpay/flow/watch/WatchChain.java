package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.Pass;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Reads a chain on and has what was found recorded. One call is one look; a timer repeats it.
@Pass
public class WatchChain {
    private static final Logger LOG = System.getLogger(WatchChain.class.getName());
    private static final Duration TIME_STEP = Duration.ofSeconds(1);

    private final WatchState state;
    private final RecordTransfers record;
    private final InstantSource clock;
    private final Outages outages = new Outages();
    private final Map<ChainId, Instant> recordedAsOf = new ConcurrentHashMap<>();

    @Inject
    public WatchChain(WatchState state, RecordTransfers record, InstantSource clock) {
        this.state = state;
        this.record = record;
        this.clock = clock;
    }

    /// Looks once, until everything that the node has is read or something fails. Errors are logged and leave
    /// everything
    /// as it was; the next look tries again.
    ///
    /// @return whether the look succeeded
    public boolean look(ChainReader reader, String node) {
        var chain = reader.chain();
        try {
            var lease = state.lease(chain, node);
            if (lease.isPresent()) {
                read(reader, lease.get());
            }
            outages.over(chain, clock.instant())
                    .ifPresent(length ->
                            LOG.log(Level.INFO, "{0}: node answers again after {1} s", chain, length.toSeconds()));
            return true;
        } catch (ChainUnavailable unavailable) {
            if (outages.begun(chain, clock.instant())) {
                LOG.log(
                        Level.WARNING,
                        "{0}: {1}. Nothing changes until the node answers; payments wait and do not expire.",
                        chain,
                        unavailable.getMessage());
            }
            return false;
        } catch (StaleWriter stale) {
            LOG.log(Level.INFO, "{0}: {1}; read again", chain, stale.getMessage());
            return false;
        }
    }

    private void read(ChainReader reader, Lease lease) {
        verify(reader);
        var watch = state.watch(lease.chain());
        var known = state.tail(lease.chain());
        if (known.isEmpty()) {
            state.begin(lease, reader.head());
            return;
        }
        var tail = known.get();
        while (true) {
            var reading = reader.read(tail, watch);
            if (isNews(tail, reading)) {
                report(reading, record.record(lease, tail, reading), clock.instant());
                recordedAsOf.put(lease.chain(), reading.view().asOf());
            }
            if (reading.isComplete()) {
                return;
            }
            tail = state.tail(lease.chain()).orElseThrow();
        }
    }

    // While no block comes, time alone moves on; once a second is often enough to let something expire.
    private boolean isNews(ChainTail tail, Reading reading) {
        var recorded = recordedAsOf.getOrDefault(reading.view().chain(), Instant.MIN);
        return !reading.blocks().isEmpty()
                || !reading.fork().equals(tail.last())
                || recorded.isBefore(reading.view().asOf().minus(TIME_STEP));
    }

    // An asset whose decimals the chain has not confirmed is never asked for, so nothing of it can be on its way.
    private void verify(ChainReader reader) {
        for (var accepted : state.accepted(reader.chain())) {
            if (!accepted.verified()) {
                verify(reader, accepted.asset());
            }
        }
    }

    // One token that is not there must not keep the others from being read.
    private void verify(ChainReader reader, Asset asset) {
        try {
            compare(asset, reader.decimals(asset));
        } catch (ChainUnavailable unknown) {
            if (outages.begun(asset.id(), clock.instant())) {
                LOG.log(Level.ERROR, "{0}: not accepted yet, since {1}", asset, unknown.getMessage());
            }
        }
    }

    private void compare(Asset asset, int decimals) {
        if (decimals == asset.decimals()) {
            state.verified(asset);
            outages.over(asset.id(), clock.instant());
            LOG.log(Level.INFO, "{0}: {1} decimals, as the chain says; accepted from now on", asset, decimals);
        } else if (outages.begun(asset.id(), clock.instant())) {
            LOG.log(
                    Level.ERROR,
                    "{0}: configured with {1} decimals, but the chain says {2}. Not accepted: correct the decimals in"
                            + " the configuration.",
                    asset,
                    asset.decimals(),
                    decimals);
        }
    }

    private static void report(Reading reading, int entered, Instant now) {
        if (entered > 0) {
            LOG.log(
                    Level.INFO,
                    "{0}: {1} new transfers up to block {2}, {3} ms after its time",
                    reading.view().chain(),
                    entered,
                    reading.last().height(),
                    Duration.between(reading.last().time(), now).toMillis());
        }
    }
}
