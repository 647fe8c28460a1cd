package imtokenpay.quote.live;

import java.util.List;

/// What became of what the sources say.
public sealed interface RateRuling {
    /// There is a price.
    ///
    /// @param price whose rate counts
    /// @param agreeing all that agree with it, itself among them
    record Agreed(RateReport price, List<RateReport> agreeing) implements RateRuling {}

    /// There is none.
    ///
    /// @param usable what was said, and is not too old
    record None(Why why, List<RateReport> usable) implements RateRuling {}

    /// Why there is no price.
    enum Why {
        /// Fewer sources than must agree say anything that is not too old.
        TOO_FEW,
        /// They contradict each other.
        DISAGREEMENT
    }
}
