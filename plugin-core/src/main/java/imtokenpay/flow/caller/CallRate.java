package imtokenpay.flow.caller;

import java.time.Duration;

/// How fast somebody may call.
///
/// @param interval after which one more call is allowed
/// @param burst how many calls may come at once after a rest
public record CallRate(Duration interval, int burst) {
    /// @throws IllegalArgumentException if nobody could ever call
    public CallRate {
        if (interval.isNegative() || interval.isZero() || burst < 1) {
            throw new IllegalArgumentException("a rate that lets nobody call");
        }
    }

    /// So many calls a second, so many at once.
    public static CallRate of(int perSecond, int burst) {
        return new CallRate(Duration.ofSeconds(1).dividedBy(perSecond), burst);
    }

    /// How long it takes until a full burst is allowed again.
    Duration whole() {
        return interval.multipliedBy(burst);
    }
}
