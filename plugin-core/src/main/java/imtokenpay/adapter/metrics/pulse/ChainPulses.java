package imtokenpay.adapter.metrics.pulse;

import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.flow.monitor.ChainLags;
import imtokenpay.flow.monitor.WatchMonitor;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The pulse of every chain that this node watches.
@ApplicationScoped
@Typed({ChainPulses.class, ChainLags.class})
public class ChainPulses implements WatchMonitor, ChainLags {
    private final @Nullable WatchedChains chains;
    private final @Nullable Patience patience;
    private final @Nullable InstantSource clock;
    private final Map<ChainId, Pulse> pulses = new ConcurrentHashMap<>();
    private volatile Optional<Instant> startedAt = Optional.empty();

    /// For the container, which makes its proxy so.
    ChainPulses() {
        this.chains = null;
        this.patience = null;
        this.clock = null;
    }

    @Inject
    public ChainPulses(WatchedChains chains, Patience patience, InstantSource clock) {
        this.chains = chains;
        this.patience = patience;
        this.clock = clock;
    }

    /// The pulses as of now. Empty until the plugin has started.
    public List<Reported> all() {
        var now = now();
        return startedAt.stream()
                .flatMap(start -> Objects.requireNonNull(chains).all().stream().map(chain -> reported(chain, now)))
                .toList();
    }

    @Override
    public List<Lag> lags() {
        return all().stream()
                .map(pulse -> new Lag(
                        pulse.chain(), pulse.blocksBehind(), pulse.behind(), pulse.sinceCaughtUp(), isStalled(pulse)))
                .toList();
    }

    /// One chain's pulse as of now.
    public Reported of(ChainId chain) {
        return all().stream()
                .filter(pulse -> pulse.chain().equals(chain))
                .findFirst()
                .orElseThrow();
    }

    /// One chain's pulse at the moment of the question.
    ///
    /// @param sinceTick how long ago a look began or went on
    /// @param sinceCaughtUp how long ago all that its node had was read, or nothing had to be read
    /// @param blocksBehind how many blocks its node has shown that were not read; 0 while it rests
    /// @param behind how old the newest block is that was read; zero while it rests
    public record Reported(
            ChainId chain, Duration sinceTick, Duration sinceCaughtUp, long blocksBehind, Duration behind) {}

    /// Whether the chain is not read as it should be.
    public boolean isStalled(Reported pulse) {
        return pulse.sinceCaughtUp().compareTo(Objects.requireNonNull(patience).stalledAfter()) > 0;
    }

    /// Whether nobody even tries to read the chain any more.
    public boolean isDead(Reported pulse) {
        return pulse.sinceTick().compareTo(Patience.DEAD_AFTER) > 0;
    }

    /// Whether the plugin has started.
    public boolean isStarted() {
        return startedAt.isPresent();
    }

    @Override
    public void started() {
        var now = now();
        Objects.requireNonNull(chains)
                .all()
                .forEach(chain -> born(chain.reader().chain(), now));
        startedAt = Optional.of(now);
    }

    // A chain that is set up later begins when it is first seen, or it would be stalled at once.
    private Pulse born(ChainId chain, Instant now) {
        return pulses.computeIfAbsent(chain, any -> Pulse.at(now));
    }

    @Override
    public void ticked(ChainId chain) {
        change(chain, pulse -> pulse.ticked(now()));
    }

    @Override
    public void rested(ChainId chain) {
        change(chain, pulse -> pulse.rested(now()));
    }

    @Override
    public void read(ChainTail known, Reading reading, int entered) {
        var last = reading.last();
        change(reading.view().chain(), pulse -> pulse.read(last.height(), last.time(), reading.isComplete(), now()));
    }

    private void change(ChainId chain, UnaryOperator<Pulse> change) {
        pulses.compute(chain, (any, old) -> change.apply(old == null ? Pulse.at(now()) : old));
    }

    private Reported reported(WatchedChain watched, Instant now) {
        var chain = watched.reader().chain();
        var pulse = born(chain, now);
        var blocks = pulse.isResting() || pulse.height().isEmpty()
                ? 0
                : watched.reader().head().orElse(0) - pulse.height().getAsLong();
        var behind = pulse.isResting()
                ? Duration.ZERO
                : pulse.blockTime().map(time -> since(time, now)).orElse(since(pulse.caughtUpAt(), now));
        return new Reported(
                chain, since(pulse.tickedAt(), now), since(pulse.caughtUpAt(), now), Math.max(0, blocks), behind);
    }

    // A chain's clock may be ahead of ours.
    private static Duration since(Instant moment, Instant now) {
        var passed = Duration.between(moment, now);
        return passed.isNegative() ? Duration.ZERO : passed;
    }

    private Instant now() {
        return Objects.requireNonNull(clock).instant();
    }
}
