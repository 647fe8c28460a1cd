package imtokenpay.adapter.metrics.pulse;

import java.time.Duration;

/// How long a chain may not be read as it should be before that is told.
///
/// @param stalledAfter since it was caught up on; longer than any chain's pause between two looks and a node's hiccup
public record Patience(Duration stalledAfter) {
    /// Many times what the slowest look takes between two of its steps, each of which a time-out ends: after it, nobody
    /// even tries any more.
    public static final Duration DEAD_AFTER = Duration.ofMinutes(10);
}
