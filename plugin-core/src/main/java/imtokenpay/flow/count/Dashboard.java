package imtokenpay.flow.count;

import java.time.Instant;
import java.util.List;

/// How a period went, beside the one before it.
///
/// @param now when it was looked at
/// @param current the payments that were asked for in the period
/// @param before those of the period before, up to the same time of day, so that the two can be compared
/// @param bars the period, part by part
public record Dashboard(Days days, Instant now, Figures current, Figures before, List<Bar> bars) {
    public Dashboard {
        bars = List.copyOf(bars);
    }

    /// How far it looks back.
    public Period period() {
        return days.period();
    }

    /// A part of the period.
    ///
    /// @param settledBefore how many were settled of the same part of the period before
    public record Bar(Instant from, long settled, long unpaid, long settledBefore) {}
}
