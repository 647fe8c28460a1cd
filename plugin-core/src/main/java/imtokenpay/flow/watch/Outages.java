package imtokenpay.flow.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers which trouble has been reported, so that a node that is down for a day makes one log line, not a
/// million.
final class Outages {
    private final Map<Object, Instant> begun = new ConcurrentHashMap<>();

    /// Notes trouble; true when it is new.
    boolean begun(Object what, Instant now) {
        return begun.putIfAbsent(what, now) == null;
    }

    /// Notes that it is over; how long it took, if there was any.
    Optional<Duration> over(Object what, Instant now) {
        return Optional.ofNullable(begun.remove(what)).map(since -> Duration.between(since, now));
    }
}
