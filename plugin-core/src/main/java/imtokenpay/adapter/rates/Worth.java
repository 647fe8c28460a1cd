package imtokenpay.adapter.rates;

import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.SourceFailed;
import imtokenpay.quote.live.SourceFailed.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/// Makes a report of what a source said, if that can be a price, and is not too old.
///
/// @param source who said it
/// @param heardMax for how long what was heard may be used
/// @param saidMax how old a price may be by the source's own word
record Worth(String source, Duration heardMax, Duration saidMax) {
    // What the database keeps of a rate.
    private static final int PLACES = 18;
    // A bound on the text, so that no arithmetic is done with 1e9999.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,40})?([eE][-+]?[0-9]{1,2})?");
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);
    private static final BigDecimal LEAST = BigDecimal.ONE.movePointLeft(12);
    // Clocks differ.
    private static final Duration AHEAD_MAX = Duration.ofMinutes(1);

    /// Reads a price from the text that was sent.
    ///
    /// @param at the moment that the source says it is of
    /// @param heard when it was asked
    /// @throws SourceFailed if it is none, or too old
    RateReport report(String text, Instant at, Instant heard) {
        if (!NUMBER.matcher(text).matches()) {
            throw absurd();
        }
        return report(new BigDecimal(text), at, heard);
    }

    /// The same of a number, whose digits the source has bounded.
    RateReport report(BigDecimal rate, Instant at, Instant heard) {
        if (rate.compareTo(LEAST) < 0 || rate.compareTo(LIMIT) >= 0) {
            throw absurd();
        }
        if (at.isAfter(heard.plus(AHEAD_MAX))) {
            throw new SourceFailed(Reason.WRONG_TIME, "its price is of " + at + ", which is still to come");
        }
        var tooOld = at.plus(saidMax);
        if (tooOld.isBefore(heard)) {
            throw new SourceFailed(Reason.WRONG_TIME, "its price is of " + at + ", which is too long ago");
        }
        var soonest = heard.plus(heardMax);
        // Down, in the merchant's favour.
        var kept = rate.setScale(PLACES, RoundingMode.DOWN).stripTrailingZeros();
        return new RateReport(source, kept, at, heard, tooOld.isBefore(soonest) ? tooOld : soonest);
    }

    private static SourceFailed absurd() {
        return new SourceFailed(Reason.ABSURD, "what it says cannot be a price");
    }
}
