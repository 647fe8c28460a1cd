package imtokenpay.adapter.jpa.count;

import java.time.Instant;

/// Hours and days as numbers: how many have passed since 1970-01-01T00:00Z. They need no time zone anywhere.
final class Slots {
    static final long HOURS = 24;
    private static final long SECONDS = 3_600;

    private Slots() {}

    /// The hour that a moment is in.
    static long hour(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    /// When an hour begins.
    static Instant begin(long hour) {
        return Instant.ofEpochSecond(hour * SECONDS);
    }

    /// The day that an hour is in.
    static long day(long hour) {
        return Math.floorDiv(hour, HOURS);
    }
}
