package imtokenpay.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a delivery that failed is tried again: the schedule of Standard Webhooks 1.0.0, ten attempts over about
/// 75 hours.
public final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private RetrySchedule() {}

    /// How long to wait after so many failed attempts; empty when it is given up.
    ///
    /// @param failedAttempts 1 and up
    public static Optional<Duration> pauseAfter(int failedAttempts) {
        return failedAttempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(failedAttempts - 1));
    }
}
