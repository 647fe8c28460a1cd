package imtokenpay.flow.count;

import imtokenpay.flow.UseCase;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Keeps payments counted, so that whoever asks need not wait.
@UseCase
public class KeepCounts {
    private static final int HOURS = 500;

    private final PaymentCounts counts;
    private final InstantSource clock;

    @Inject
    public KeepCounts(PaymentCounts counts, InstantSource clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /// Counts some of what has changed.
    ///
    /// @return whether there may be more
    public boolean next() {
        return counts.recount(HOURS);
    }

    /// Looks whether a day is counted right, and counts it anew where it is not.
    ///
    /// @param place what the look before gave; empty at first
    /// @return where to look next; empty when all days were looked at
    public Optional<Instant> review(Optional<Instant> place) {
        var day = place.orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.DAYS));
        counts.review(day);
        return counts.isAnyBefore(day) ? Optional.of(day.minus(1, ChronoUnit.DAYS)) : Optional.empty();
    }
}
