package imtokenpay.quote.live;

import imtokenpay.money.Asset;
import java.util.Currency;

/// An asset in a currency, which is what a rate is for.
public record RatePair(Asset asset, Currency currency) {
    @Override
    public String toString() {
        return asset.symbol() + "/" + currency;
    }
}
