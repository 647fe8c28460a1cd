package imtokenpay.quote.campaign;

import imtokenpay.money.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// By how much a price is reduced.
public sealed interface Reduction {

    /// By a share of the price.
    ///
    /// @param basisPoints hundredths of a percent, 1 to [#BASIS_POINTS_MAX]
    record Share(int basisPoints) implements Reduction {
        /// Everything would leave nothing to pay.
        public static final int BASIS_POINTS_MAX = 9_999;

        private static final Pattern PERCENT = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,2})?");

        public Share {
            if (basisPoints < 1 || basisPoints > BASIS_POINTS_MAX) {
                throw new IllegalArgumentException("must be 0.01 to 99.99");
            }
        }

        /// Reads percent such as `5` or `2.5`.
        ///
        /// @throws IllegalArgumentException in words for whoever wrote it if it is none
        public static Share ofPercent(String text) {
            if (!PERCENT.matcher(text).matches()) {
                throw new IllegalArgumentException("must be 0.01 to 99.99, with at most two decimals, such as 2.5");
            }
            return new Share(new BigDecimal(text).movePointRight(2).intValueExact());
        }

        /// In percent, such as `2.5`.
        public String percent() {
            return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
        }
    }

    /// By an amount, whatever the price.
    record Fixed(Price amount) implements Reduction {}

    /// What that price is reduced by: rounded down once to the currency's last digit, in the merchant's favour. Empty
    /// where that is nothing, or would leave nothing to pay.
    default Optional<Price> of(Price price) {
        var off = switch (this) {
            case Share share ->
                price.value()
                        .multiply(BigDecimal.valueOf(share.basisPoints(), 4))
                        .setScale(price.currency().getDefaultFractionDigits(), RoundingMode.DOWN);
            case Fixed(Price amount) -> amount.value();
        };
        return off.signum() > 0 && off.compareTo(price.value()) < 0
                ? Optional.of(new Price(off, price.currency()))
                : Optional.empty();
    }
}
