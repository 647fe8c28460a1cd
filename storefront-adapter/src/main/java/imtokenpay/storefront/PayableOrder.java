package imtokenpay.storefront;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// What an order costs, and whether it waits for money.
///
/// @param amount what is to be paid in whole units of `currency` (12.50 = twelve and a half); not negative, and
/// with no
///     more digits than the currency has. It is brought to that number of digits.
/// @param currency ISO 4217 code
/// @param description shown to the shopper, cut at 140 characters; may be empty
/// @param payable true while the order waits for payment; false once it is paid in any way, cancelled or sent
public record PayableOrder(BigDecimal amount, String currency, String description, boolean payable) {

    private static final int DESCRIPTION_LIMIT = 140;

    public PayableOrder {
        amount = inDigitsOf(currency, amount);
        description = cut(description.strip());
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An order cannot cost less than nothing: " + amount);
        }
    }

    private static BigDecimal inDigitsOf(String currency, BigDecimal amount) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        try {
            return amount.setScale(digits, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(amount + " has more digits than " + currency + " has", tooFine);
        }
    }

    private static String cut(String text) {
        if (text.length() <= DESCRIPTION_LIMIT) {
            return text;
        }
        // Not between the two halves of one character.
        int end = Character.isHighSurrogate(text.charAt(DESCRIPTION_LIMIT - 1))
                ? DESCRIPTION_LIMIT - 1
                : DESCRIPTION_LIMIT;
        return text.substring(0, end);
    }
}
