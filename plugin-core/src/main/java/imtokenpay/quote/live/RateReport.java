package imtokenpay.quote.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What one source says a whole coin is worth.
///
/// @param source its name, such as `kraken`
/// @param rate in the pair's currency, above zero
/// @param at the moment the price is of, as the source says; where it says none, the moment it was asked
/// @param heard the moment it was asked, by our clock
/// @param until the last moment at which it may be used
public record RateReport(String source, BigDecimal rate, Instant at, Instant heard, Instant until) {
    public RateReport {
        if (rate.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above zero, not " + rate);
        }
    }

    /// Whether it may be used now. Before it was heard, somebody has set the clock back: then nobody knows its age.
    boolean isUsable(Instant now) {
        return !now.isBefore(heard) && !now.isAfter(until);
    }

    /// What several say, in one line.
    public static String words(List<RateReport> reports) {
        return reports.stream().map(RateReport::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return source + " says " + rate.toPlainString() + " at " + at;
    }
}
