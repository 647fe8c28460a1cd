package imtokenpay.quote;

import imtokenpay.money.Asset;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/// Everything that is known of what assets are worth.
public interface RateSheet {
    /// What one whole coin is worth.
    ///
    /// @param source who says so
    /// @param since the moment at which he said it
    record Line(Currency currency, BigDecimal rate, String source, Instant since) {}

    /// Every currency that a price in the asset can be quoted for, by its code.
    List<Line> of(Asset asset);
}
