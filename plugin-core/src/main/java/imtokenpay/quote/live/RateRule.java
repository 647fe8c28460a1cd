package imtokenpay.quote.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// When a live price may be used, and which.
///
/// The price is the middle one of what is said now, of an even number the lower middle one. Of two, that is the
/// one that favours the merchant; of three, one liar moves it no further than the two others are apart. It counts
/// only if enough sources, and more than half of those that say anything, are within the deviation of it.
///
/// @param deviation how far another may be from the price to agree with it, as a part of the price, such as 0.01
/// @param quorum how many must agree, at least 1
public record RateRule(BigDecimal deviation, int quorum) {
    public RateRule {
        if (deviation.signum() < 0) {
            throw new IllegalArgumentException("a deviation is not below zero: " + deviation);
        }
        if (quorum < 1) {
            throw new IllegalArgumentException("at least one must say a price, not " + quorum);
        }
    }

    /// Judges what was heard, of each source the latest.
    public RateRuling judge(List<RateReport> heard, Instant now) {
        var usable = heard.stream()
                .filter(report -> report.isUsable(now))
                .sorted(Comparator.comparing(RateReport::rate).thenComparing(RateReport::source))
                .toList();
        if (usable.size() < quorum || usable.isEmpty()) {
            return new RateRuling.None(RateRuling.Why.TOO_FEW, usable);
        }
        var middle = usable.get((usable.size() - 1) / 2);
        var agreeing = usable.stream().filter(other -> isNear(other, middle)).toList();
        if (agreeing.size() < quorum || 2 * agreeing.size() <= usable.size()) {
            return new RateRuling.None(RateRuling.Why.DISAGREEMENT, usable);
        }
        return new RateRuling.Agreed(middle, agreeing);
    }

    private boolean isNear(RateReport other, RateReport middle) {
        var apart = other.rate().subtract(middle.rate()).abs();
        return apart.compareTo(middle.rate().multiply(deviation)) <= 0;
    }
}
