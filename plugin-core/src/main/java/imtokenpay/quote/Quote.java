package imtokenpay.quote;

import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.Price;
import java.math.RoundingMode;
import java.time.Instant;

/// What an order's price is in an asset, at a rate, at a moment.
///
/// @param amount the price in the asset, rounded up once
public record Quote(Price price, Rate rate, Amount amount, Instant quotedAt) {
    /// Turns a price into an amount: the smallest one that is worth at least the price.
    ///
    /// @throws IllegalArgumentException if it is more than the asset can express
    public static Quote of(Price price, Asset asset, Rate rate, Instant at) {
        // Rounded up here to the asset's last digit and nowhere else, so that the merchant never gets less.
        var value = price.value().divide(rate.value(), asset.decimals(), RoundingMode.CEILING);
        return new Quote(price, rate, Amount.atLeast(value, asset), at);
    }
}
