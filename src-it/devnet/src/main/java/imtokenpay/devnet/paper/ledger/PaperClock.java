package imtokenpay.devnet.paper.ledger;

import java.time.InstantSource;
import java.util.OptionalLong;

/// The time stamped on blocks: the real clock, moved ahead as tests ask for. Not safe for threads by itself.
final class PaperClock {
    private final InstantSource source;
    private long ahead;
    private OptionalLong next = OptionalLong.empty();

    PaperClock(InstantSource source) {
        this.source = source;
    }

    /// Moves the clock ahead for good; answers how far ahead it is now.
    long advance(long seconds) {
        ahead = Math.addExact(ahead, seconds);
        return ahead;
    }

    /// Fixes the next block's time; time goes on from there.
    void set(long second) {
        next = OptionalLong.of(second);
        ahead = second - source.instant().getEpochSecond();
    }

    long now() {
        return source.instant().getEpochSecond() + ahead;
    }

    /// The stamp of the next block: never before its parent's.
    long stamp(long parent) {
        long stamp = Math.max(next.orElse(now()), parent);
        next = OptionalLong.empty();
        return stamp;
    }
}
