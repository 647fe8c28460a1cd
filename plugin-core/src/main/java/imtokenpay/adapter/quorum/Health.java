package imtokenpay.adapter.quorum;

import imtokenpay.adapter.quorum.ProviderHealth.Answers;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// What a provider's answers were worth lately. Whatever is held against it halves every minute, so that one that has
/// recovered comes back by itself.
final class Health {
    private static final int SCORE_MAX = 1_000;
    private static final long HALF_LIFE_MS = Duration.ofMinutes(1).toMillis();
    private static final int FAILURE = 200;
    private static final int BEHIND = 50;
    private static final int DISAGREEMENT = 400;
    private static final int SLOWNESS_MAX = 200;
    private static final int MS_PER_POINT = 10;
    private static final int LAG_MAX = 200;
    private static final int LAG_PER_BLOCK = 20;

    // In points of the score, as of a moment.
    private record Held(long faults, long slowness, long lag, Instant at) {
        Held asOf(Instant now) {
            var passed = Math.max(0, Duration.between(at, now).toMillis());
            return new Held(halved(faults, passed), halved(slowness, passed), halved(lag, passed), now);
        }

        // Whole half-lives by halving, the rest along a straight line: close enough to the curve, and whole numbers.
        private static long halved(long points, long passed) {
            var halves = passed / HALF_LIFE_MS;
            var left = halves >= Long.SIZE ? 0 : points >> halves;
            return left - left * (passed % HALF_LIFE_MS) / (2 * HALF_LIFE_MS);
        }
    }

    private final InstantSource clock;
    private final AtomicReference<Held> held;
    private final Map<Reason, Long> failures = new ConcurrentHashMap<>();
    private final AtomicLong disagreements = new AtomicLong();
    private final AtomicReference<Answers> answers = new AtomicReference<>(new Answers(0, Duration.ZERO));
    private final AtomicBoolean isFailing = new AtomicBoolean();
    private final AtomicBoolean isOutvoted = new AtomicBoolean();

    Health(InstantSource clock) {
        this.clock = clock;
        this.held = new AtomicReference<>(new Held(0, 0, 0, clock.instant()));
    }

    /// Notes an answer; true when it failed before.
    boolean answered(Duration took) {
        answers.updateAndGet(before -> before.andOne(took));
        var points = Math.min(SLOWNESS_MAX, took.toMillis() / MS_PER_POINT);
        update(old -> new Held(old.faults(), (3 * old.slowness() + points) / 4, old.lag(), old.at()));
        return isFailing.getAndSet(false);
    }

    /// Notes a failure; true when it did not fail before.
    boolean failed(Reason reason) {
        failures.merge(reason, 1L, Long::sum);
        blame(
                switch (reason) {
                    // Not to have a block yet is no fault, only of no use.
                    case BEHIND -> BEHIND;
                    case UNREACHABLE, LIMIT, NOT_UNDERSTOOD, WRONG_CHAIN, INCONSISTENT -> FAILURE;
                });
        return !isFailing.getAndSet(true);
    }

    /// Notes that others agreed on something else; true when it was not outvoted before.
    boolean outvoted() {
        disagreements.incrementAndGet();
        blame(DISAGREEMENT);
        return !isOutvoted.getAndSet(true);
    }

    /// Notes that it said what others say; true when it was outvoted before.
    boolean agreed() {
        return isOutvoted.getAndSet(false);
    }

    /// Notes that others were further by so many blocks.
    void lagged(long blocks) {
        var points = Math.min(LAG_MAX, LAG_PER_BLOCK * Math.min(blocks, LAG_MAX));
        update(old -> new Held(old.faults(), old.slowness(), Math.max(old.lag(), points), old.at()));
    }

    int score() {
        var now = held.get().asOf(clock.instant());
        return (int) Math.max(0, SCORE_MAX - now.faults() - now.slowness() - now.lag());
    }

    ProviderHealth of(String name) {
        return new ProviderHealth(name, score(), failures, disagreements.get(), answers.get());
    }

    private void blame(int points) {
        update(old -> new Held(Math.min(SCORE_MAX, old.faults() + points), old.slowness(), old.lag(), old.at()));
    }

    private void update(java.util.function.UnaryOperator<Held> change) {
        held.updateAndGet(old -> change.apply(old.asOf(clock.instant())));
    }
}
