package imtokenpay.quote;

import imtokenpay.money.Asset;
import java.util.Currency;
import java.util.Optional;

/// What assets are worth.
public interface Rates {
    /// What one whole coin is worth now; empty when nobody said, never a guess.
    Optional<Rate> rate(Asset asset, Currency currency);
}
