package imtokenpay.flow.count;

import imtokenpay.flow.monitor.Ending;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/// The payments that were asked for in an hour or a day, in one currency, in real money or in play money.
///
/// @param begin when the hour or the day begins
/// @param asked all of them; those that have not ended are in here alone
/// @param ended how many ended so; no entry where none did
/// @param volume what the settled ones cost, less discounts
public record Count(
        Instant begin, String currency, boolean isPlay, long asked, Map<Ending, Long> ended, BigDecimal volume) {
    public Count {
        ended = Map.copyOf(ended);
    }
}
