package imtokenpay.admin.today;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Currency;
import java.util.Locale;

/// How figures are written: in threes, as in 1,234,567.50.
final class Numbers {
    private static final int DECIMALS_MAX = 8;
    private static final int HOURS_FROM = 120;

    private Numbers() {}

    static String count(long many) {
        return format(0, 0).format(many);
    }

    /// A count that ends at a bound.
    static String upTo(long many, long most) {
        return many < most ? count(many) : count(most) + " or more";
    }

    /// An amount with as many decimals as its currency has, or more if it has them.
    static String money(BigDecimal amount, String currency) {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return format(digits, DECIMALS_MAX).format(amount) + " " + currency;
    }

    /// About how long, in one unit.
    static String time(Duration time) {
        if (time.toMinutes() < 2) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < HOURS_FROM ? time.toMinutes() + " min" : count(time.toHours()) + " h";
    }

    private static DecimalFormat format(int least, int most) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        return format;
    }
}
