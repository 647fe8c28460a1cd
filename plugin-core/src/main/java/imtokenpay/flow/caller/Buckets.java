package imtokenpay.flow.caller;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A token bucket for everybody who calls. Of each only the moment is kept at which it is full again (GCRA, ITU-T
/// I.371): all else follows from that.
final class Buckets {
    // Whoever fills this up has his own bucket filled, too, but has to come from thousands of addresses.
    private static final int REMEMBERED_MAX = 10_000;

    private final CallRate rate;
    private final Map<String, Instant> fullAt = new LinkedHashMap<>();

    Buckets(CallRate rate) {
        this.rate = rate;
    }

    /// How long `who` has to wait for his next call; empty if he need not.
    synchronized Optional<Duration> pause(String who, Instant now) {
        var pause = Duration.between(now, full(who, now)).plus(rate.interval()).minus(rate.whole());
        return pause.isPositive() ? Optional.of(pause) : Optional.empty();
    }

    /// Counts a call of `who`, unless he has to wait: then it says how long, and counts nothing.
    synchronized Optional<Duration> take(String who, Instant now) {
        var pause = pause(who, now);
        if (pause.isEmpty()) {
            var next = full(who, now).plus(rate.interval());
            fullAt.remove(who);
            fullAt.put(who, next);
            if (fullAt.size() > REMEMBERED_MAX) {
                fullAt.remove(fullAt.keySet().iterator().next());
            }
        }
        return pause;
    }

    private Instant full(String who, Instant now) {
        // No later than an empty bucket is full: a clock that was set back must shut nobody out for longer.
        var latest = now.plus(rate.whole());
        var full = fullAt.computeIfPresent(who, (any, at) -> at.isAfter(latest) ? latest : at);
        return full == null || full.isBefore(now) ? now : full;
    }
}
