package imtokenpay.quote.campaign;

import imtokenpay.money.Price;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a store lets its shoppers off for a while.
///
/// @param budget what all its discounts together may come to; empty for no bound
public record Campaign(CampaignId id, Title title, Reduction reduction, Conditions conditions, Optional<Price> budget) {
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}");

    /// Whose it is, and for which prices.
    ///
    /// @param name what shoppers read, 1 to 64 printable characters
    /// @param currency prices in others are not reduced
    public record Title(String storeId, String name, Currency currency) {
        public Title {
            if (name.isBlank() || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("must be 1 to 64 printable characters");
            }
        }
    }

    public Campaign {
        var amounts = new Optional<?>[] {
            reduction instanceof Reduction.Fixed(Price off) ? Optional.of(off) : Optional.empty(),
            conditions.minimum(),
            budget
        };
        for (var amount : amounts) {
            if (amount.isPresent() && !((Price) amount.get()).currency().equals(title.currency())) {
                throw new IllegalArgumentException("an amount in another currency than " + title.currency());
            }
        }
    }

    /// What it takes off a price that is paid in that asset at that moment; empty if it is not meant for that. Whether
    /// it is a first order, and whether the budget suffices, is not asked here.
    public Optional<Discount> discount(Price price, String assetId, Instant now) {
        return price.currency().equals(title.currency()) && conditions.fit(price, assetId, now)
                ? reduction.of(price).map(off -> new Discount(id, title.name(), conditions.firstOrder(), off))
                : Optional.empty();
    }
}
