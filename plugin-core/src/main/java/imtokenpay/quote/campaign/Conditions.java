package imtokenpay.quote.campaign;

import imtokenpay.money.Price;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a payment must be like for a campaign.
///
/// @param assetIds CAIP-19 ids, one of which is paid with; empty where every asset will do
/// @param firstOrder whether it is for those customers alone who have paid nothing here yet
/// @param minimum what the order must cost at least; empty where every price will do
public record Conditions(Set<String> assetIds, boolean firstOrder, Optional<Price> minimum, Span span) {
    /// From when on, and until when.
    ///
    /// @param from the first moment
    /// @param until the first moment at which it is over; empty while nobody has said
    public record Span(Instant from, Optional<Instant> until) {
        public Span {
            if (until.filter(end -> end.isBefore(from)).isPresent()) {
                throw new IllegalArgumentException("must not be before it begins");
            }
        }

        /// Whether it lasts at that moment.
        public boolean holds(Instant now) {
            return !now.isBefore(from)
                    && until.filter(end -> !now.isBefore(end)).isEmpty();
        }
    }

    public Conditions {
        assetIds = Set.copyOf(assetIds);
    }

    /// Whether a payment of that price in that asset is meant at that moment, whoever pays.
    boolean fit(Price price, String assetId, Instant now) {
        return (assetIds.isEmpty() || assetIds.contains(assetId))
                && minimum.filter(least -> price.value().compareTo(least.value()) < 0)
                        .isEmpty()
                && span.holds(now);
    }
}
