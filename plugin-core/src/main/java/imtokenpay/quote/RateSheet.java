package imtokenpay.quote;

import imtokenpay.money.Asset;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.SourceStanding;
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
    /// @param says what each of those said who agree; nothing where the rate is fixed
    record Line(Currency currency, BigDecimal rate, String source, Instant since, List<RateReport> says) {}

    /// Every currency that a price in the asset can be quoted for, by its code.
    List<Line> of(Asset asset);

    /// Every currency that a price in the asset should be quoted for, but cannot be now, by its code.
    List<Currency> missing(Asset asset);

    /// How those do who are asked for prices.
    List<SourceStanding> standings();
}
