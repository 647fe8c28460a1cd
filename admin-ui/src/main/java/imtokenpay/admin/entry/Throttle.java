package imtokenpay.admin.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows down those who guess. Tries are counted before they are checked, so that many at once gain nothing.
@ApplicationScoped
public class Throttle {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    // Whoever fills this up forgets his own tries, but has to come from thousands of addresses.
    private static final int REMEMBERED_MAX = 10_000;

    private final Map<String, Tries> remembered = new LinkedHashMap<>();

    private record Tries(int count, Instant since) {
        boolean isOver(Instant now) {
            return !now.isBefore(since.plus(PAUSE));
        }
    }

    /// Counts a try of `who`, unless he had `limit` of them already: then none is let through until a minute after the
    /// last one that was.
    ///
    /// @return whether he may try
    public synchronized boolean admits(String who, int limit, Instant now) {
        var before = remembered.get(who);
        var tries = before == null || before.isOver(now) ? new Tries(0, now) : before;
        if (tries.count() >= limit) {
            return false;
        }
        var count = tries.count() + 1;
        remembered.remove(who);
        remembered.put(who, new Tries(count, count == limit ? now : tries.since()));
        if (remembered.size() > REMEMBERED_MAX) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return true;
    }

    /// Forgets the tries of somebody who has proven to be who he says.
    public synchronized void forget(String who) {
        remembered.remove(who);
    }
}
