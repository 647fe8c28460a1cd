package imtokenpay.webhook;

import imtokenpay.webhook.Attempt.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When a delivery that failed is tried again: the schedule of Standard Webhooks 1.0.0 with two more short pauses at
/// its begin, so that a hiccup of the store does not cost five minutes. Twelve attempts over 75.6 hours and more.
public final class RetrySchedule {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
    private static final Duration WAIT_MAX = Duration.ofHours(24);
    private static final int JITTER_PART = 5;

    private RetrySchedule() {}

    /// How long to wait after so many failed attempts; empty when it is given up. Up to a fifth longer than
    /// the schedule says, so that not all that failed at once comes again at once; as long as the store asked
    /// for in its last answer, if that is longer still, but no more than a day.
    ///
    /// @param failedAttempts 1 and up
    /// @param last the last of them
    public static Optional<Duration> pauseAfter(int failedAttempts, Attempt last, RandomGenerator random) {
        if (failedAttempts > PAUSES.size()) {
            return Optional.empty();
        }
        var pause = PAUSES.get(failedAttempts - 1);
        var later = pause.plusMillis(random.nextLong(pause.toMillis() / JITTER_PART + 1));
        return Optional.of(longer(later, shorter(asked(last), WAIT_MAX)));
    }

    private static Duration asked(Attempt attempt) {
        return switch (attempt.outcome()) {
            case Outcome.AskedToWait asked -> asked.pause();
            case Outcome.Answered answered -> Duration.ZERO;
            case Outcome.Unreachable unreachable -> Duration.ZERO;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
