package imtokenpay.flow.watch;

import imtokenpay.flow.demand.Demand;
import imtokenpay.flow.demand.MeasureDemand;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides whether a chain is looked at now, so that a node is asked for nothing while nothing can be paid.
final class LookSchedule {
    /// Late money is for a person to judge; an hour more does no harm.
    static final Duration LATE_PAUSE = Duration.ofHours(1);
    // A time this short is read through faster than its end is found.
    private static final Duration IDLE_MIN = Duration.ofHours(1);

    private record Idle(Instant since, Instant until) {}

    private final MeasureDemand demand;
    private final InstantSource clock;
    private final Map<ChainId, Instant> lookedAt = new ConcurrentHashMap<>();
    private final Map<ChainId, Idle> idle = new ConcurrentHashMap<>();

    LookSchedule(MeasureDemand demand, InstantSource clock) {
        this.demand = demand;
        this.clock = clock;
    }

    /// What the chain has to be looked at for now; NONE when it need not be.
    Demand due(ChainId chain) {
        var now = clock.instant();
        var measured = demand.of(chain, now);
        return switch (measured) {
            case NONE -> {
                idle.merge(chain, new Idle(now, now), (before, any) -> new Idle(before.since(), now));
                yield Demand.NONE;
            }
            case LATE -> isLateLookDue(chain, now) ? Demand.LATE : Demand.NONE;
            case LIVE -> Demand.LIVE;
        };
    }

    /// Notes that the chain was read.
    void looked(ChainId chain) {
        lookedAt.put(chain, clock.instant());
        idle.remove(chain);
    }

    /// Until when this node saw that nobody could be paid, if that was for long.
    Optional<Instant> idleUntil(ChainId chain) {
        return Optional.ofNullable(idle.get(chain))
                .filter(time -> Duration.between(time.since(), time.until()).compareTo(IDLE_MIN) > 0)
                .map(time -> time.until().minus(back(chain)));
    }

    // Whoever is asked to pay now may be paid in a block that seems older: our clocks differ, and so do the chain's.
    private static Duration back(ChainId chain) {
        return Terms.clocksDifferMax(chain).multipliedBy(2);
    }

    private boolean isLateLookDue(ChainId chain, Instant now) {
        return !lookedAt.getOrDefault(chain, Instant.EPOCH).plus(LATE_PAUSE).isAfter(now);
    }
}
