package imtokenpay.quote;

import imtokenpay.money.Asset;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/// What assets are worth.
public interface Rates {
    /// How much of the currency one whole coin is worth, above zero; empty when nobody said, never a guess.
    Optional<BigDecimal> rate(Asset asset, Currency currency);
}
