package imtokenpay.quote;

import java.math.BigDecimal;

/// What one whole coin is worth, and on whose word: kept with every quote, so that years later a person can see why an
/// order cost what it did.
///
/// @param value in the order's currency, above zero
/// @param said who said what and when, in words; 1 to [#SAID_CHARS_MAX] characters
public record Rate(BigDecimal value, String said) {
    /// What the database keeps; five sources take half of it.
    public static final int SAID_CHARS_MAX = 1_000;

    /// The word of the integrator.
    public static final String CONFIGURED = "configured";

    public Rate {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a rate is above zero, not " + value);
        }
        if (said.isBlank() || said.length() > SAID_CHARS_MAX) {
            throw new IllegalArgumentException("a rate is on somebody's word");
        }
    }

    /// A rate that the integrator has fixed.
    public static Rate fixed(BigDecimal value) {
        return new Rate(value, CONFIGURED);
    }
}
