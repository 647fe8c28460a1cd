package imtokenpay.quote.campaign;

import imtokenpay.money.Price;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All campaigns.
public interface Campaigns {
    /// What became of a campaign so far.
    ///
    /// @param payments how many payments hold a discount: they are open or were paid
    /// @param held what these come to, in the campaign's currency
    /// @param late what was paid with a discount after that was given back, because a person accepted late money
    record Usage(long payments, BigDecimal held, BigDecimal late) {
        /// What is left of a budget.
        public BigDecimal left(Price budget) {
            return budget.value().subtract(held);
        }
    }

    /// A campaign, and what became of it.
    record Line(Campaign campaign, Usage usage) {
        /// Whether the budget is used up.
        public boolean isUsedUp() {
            return campaign.budget()
                    .filter(budget -> usage.left(budget).signum() <= 0)
                    .isPresent();
        }
    }

    /// Adds one; false when there is one of that id already, and then nothing was changed.
    ///
    /// @param by who made it
    boolean add(Campaign campaign, Instant at, String by);

    /// Ends it at that moment, if it has not ended before.
    ///
    /// @return whether it was to last longer
    boolean end(CampaignId id, Instant at);

    /// Those of a store that have begun and not ended at that moment.
    List<Campaign> running(String storeId, Instant now);

    /// Those of a store that have begun and not ended at that moment, and have something left.
    List<Campaign> offered(String storeId, Instant now);

    /// The newest of all stores, and what became of them.
    ///
    /// @param count 1 to 200
    List<Line> newest(int count);

    /// One of them.
    Optional<Campaign> byId(CampaignId id);
}
