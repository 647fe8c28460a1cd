package imtokenpay.adapter.metrics.pulse;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// How the watching of one chain goes.
///
/// @param tickedAt when a look at it began or went on last
/// @param caughtUpAt when all that its node had was read, or nothing had to be read, last; at first, when the plugin
/// started
/// @param isResting whether nothing had to be read then
/// @param height up to which it is read; empty before the first reading since the start
/// @param blockTime the time of that block
public record Pulse(
        Instant tickedAt, Instant caughtUpAt, boolean isResting, OptionalLong height, Optional<Instant> blockTime) {
    static Pulse at(Instant start) {
        return new Pulse(start, start, false, OptionalLong.empty(), Optional.empty());
    }

    Pulse ticked(Instant now) {
        return new Pulse(now, caughtUpAt, isResting, height, blockTime);
    }

    Pulse rested(Instant now) {
        return new Pulse(now, now, true, height, blockTime);
    }

    Pulse read(long to, Instant blockTime, boolean isComplete, Instant now) {
        var caughtUp = isComplete ? now : caughtUpAt;
        return new Pulse(now, caughtUp, false, OptionalLong.of(to), Optional.of(blockTime));
    }
}
