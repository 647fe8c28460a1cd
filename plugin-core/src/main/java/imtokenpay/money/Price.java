package imtokenpay.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;

/// What an order costs in the store's currency.
///
/// @param value above zero, below 10^12, with no more digits behind the point than the currency has
public record Price(BigDecimal value, Currency currency) {
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,8})?");
    private static final BigDecimal VALUE_LIMIT = BigDecimal.TEN.pow(12);

    public Price {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("must be above zero");
        }
        if (value.compareTo(VALUE_LIMIT) >= 0) {
            throw new IllegalArgumentException("must be below 10^12");
        }
        var digits = currency.getDefaultFractionDigits();
        if (digits < 0) {
            throw new IllegalArgumentException(currency + " is not money that one can pay with");
        }
        if (value.stripTrailingZeros().scale() > digits) {
            throw new IllegalArgumentException("has more than the " + digits + " decimals of " + currency);
        }
        value = value.setScale(digits);
    }

    /// Reads a plain decimal such as `12.50` and an ISO 4217 code.
    ///
    /// @throws IllegalArgumentException in words for the caller if either is not one
    public static Price of(String value, String currency) {
        if (!PLAIN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "must be a plain decimal such as \"12.50\", at most 12 digits and 8 decimals");
        }
        return new Price(new BigDecimal(value), currencyOf(currency));
    }

    /// The ISO 4217 currency of that code.
    ///
    /// @throws IllegalArgumentException in words for the caller if there is none
    public static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("is not an ISO 4217 currency code", unknown);
        }
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + currency;
    }
}
