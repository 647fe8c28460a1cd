package imtokenpay.flow.retain;

import java.time.Duration;
import java.util.Optional;

/// How long after its last change an ended payment keeps what is told of people.
///
/// @param time at least [#DAYS_MIN] days; empty for ever
public record Retention(Optional<Duration> time) {
    /// Late money, refunds and webhooks that are sent again need what they are about for a month and a bit.
    public static final int DAYS_MIN = 60;

    /// A hundred years.
    public static final int DAYS_MAX = 36_500;

    public Retention {
        if (time.filter(span -> span.toDays() < DAYS_MIN || span.toDays() > DAYS_MAX)
                .isPresent()) {
            throw new IllegalArgumentException("must be " + DAYS_MIN + " to " + DAYS_MAX);
        }
    }
}
