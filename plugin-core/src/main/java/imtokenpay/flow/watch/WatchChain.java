package imtokenpay.flow.watch;

import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.Pass;
import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.flow.monitor.WatchMonitor;
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
    private final VerifyAssets assets;
    private final WatchMonitor monitor;
    private final LookSchedule schedule;
    private final SecondLook secondLook;
    private final Outages outages = new Outages();
    private final Stride stride = new Stride();
    private final Map<ChainId, Instant> recordedAsOf = new ConcurrentHashMap<>();

    @Inject
    public WatchChain(
            WatchState state, RecordTransfers record, MeasureDemand demand, WatchMonitor monitor, InstantSource clock) {
        this.state = state;
        this.record = record;
        this.clock = clock;
        this.monitor = monitor;
        this.assets = new VerifyAssets(state, clock);
        this.schedule = new LookSchedule(demand, clock);
        this.secondLook = new SecondLook(state, record, clock);
    }

    /// Looks once, until everything that the node has is read or something fails. Errors are logged and leave
    /// everything as it was; the next look tries again. While nothing can be paid, nothing is asked.
    public Look look(WatchedChain watched, String node) {
        var chain = watched.reader().chain();
        monitor.ticked(chain);
        try {
            var lease = state.lease(chain, node);
            var look = lease.isPresent() ? read(watched, lease.get()) : Look.IDLE;
            if (look == Look.IDLE) {
                watched.heads().pause();
                monitor.rested(chain);
            }
            outages.over(chain, clock.instant())
                    .ifPresent(length ->
                            LOG.log(Level.INFO, "{0}: node answers again after {1} s", chain, length.toSeconds()));
            return look;
        } catch (ChainUnavailable unavailable) {
            if (outages.begun(chain, clock.instant())) {
                LOG.log(
                        Level.WARNING,
                        "{0}: {1}. Nothing changes until the node answers; payments wait and do not expire.",
                        chain,
                        unavailable.getMessage());
            }
            return Look.FAILED;
        } catch (StaleWriter stale) {
            LOG.log(Level.INFO, "{0}: {1}; read again", chain, stale.getMessage());
            return Look.FAILED;
        }
    }

    private Look read(WatchedChain watched, Lease lease) {
        var chain = lease.chain();
        var reader = watched.reader();
        assets.verify(reader);
        var known = state.tail(chain);
        if (known.isEmpty()) {
            state.begin(lease, reader.beginning(clock.instant()));
            return Look.READ;
        }
        var demand = schedule.due(chain);
        if (demand == Demand.NONE) {
            return Look.IDLE;
        }
        if (demand == Demand.LIVE) {
            watched.heads().open();
        }
        readOn(watched, lease, skipIdleTime(reader, lease, known.get()));
        secondLook.look(reader, lease, demand);
        schedule.looked(chain);
        return Look.READ;
    }

    private void readOn(WatchedChain watched, Lease lease, ChainTail known) {
        var tail = known;
        while (true) {
            // Asked each time: while an outage is caught up on, a shopper may say where his refund shall go.
            var reading = stride(watched.reader(), tail, state.watch(lease.chain()));
            watched.pace().saw(reading.last(), clock.instant());
            var entered = 0;
            if (isNews(tail, reading)) {
                entered = record.record(lease, tail, reading);
                report(reading, entered, clock.instant());
                recordedAsOf.put(lease.chain(), reading.view().asOf());
            }
            monitor.read(tail, reading, entered);
            if (reading.isComplete()) {
                return;
            }
            tail = state.tail(lease.chain()).orElseThrow();
        }
    }

    private Reading stride(ChainReader reader, ChainTail tail, Watch watch) {
        var begun = clock.instant();
        var last = tail.last().height();
        try {
            var reading = reader.read(tail, watch, last + stride.of(reader.chain()));
            stride.took(reader.chain(), reading.last().height() - last, Duration.between(begun, clock.instant()));
            return reading;
        } catch (ChainUnavailable unavailable) {
            stride.failed(reader.chain(), Duration.between(begun, clock.instant()));
            throw unavailable;
        }
    }

    // Nobody held an address or an amount until that moment, so whatever came before it was for no payment.
    private ChainTail skipIdleTime(ChainReader reader, Lease lease, ChainTail known) {
        var idleUntil = schedule.idleUntil(lease.chain());
        if (idleUntil.isEmpty() || !known.last().time().isBefore(idleUntil.get())) {
            return known;
        }
        var later = reader.beginning(idleUntil.get());
        if (later.height() <= known.last().height()) {
            return known;
        }
        state.skip(lease, known, later);
        return state.tail(lease.chain()).orElseThrow();
    }

    // While no block comes, time alone moves on; once a second is often enough to let something expire.
    private boolean isNews(ChainTail tail, Reading reading) {
        var recorded = recordedAsOf.getOrDefault(reading.view().chain(), Instant.MIN);
        return !reading.blocks().isEmpty()
                || !reading.fork().equals(tail.last())
                || recorded.isBefore(reading.view().asOf().minus(TIME_STEP));
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
