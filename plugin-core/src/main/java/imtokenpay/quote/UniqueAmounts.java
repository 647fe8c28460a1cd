package imtokenpay.quote;

import imtokenpay.money.Amount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/// Amounts that all mean the same price, so that a transfer to a shared address tells which order it pays.
///
/// Each is the quoted amount, rounded up to what a person can type, plus a tail of so many steps. The tail is
/// at most 0.1 % of the price or 0.01 of the currency, whichever is larger, and always in the merchant's favour.
///
/// @param first the smallest
/// @param step what one is above the one before
/// @param count how many there are, 1 to [#COUNT_MAX]
public record UniqueAmounts(Amount first, BigInteger step, int count) {
    /// More would not fit more open orders of one price than anyone has.
    static final int COUNT_MAX = 100_000;

    /// Wallets show and take at most this many decimals without trouble; ether to the gwei.
    private static final int TYPED_DECIMALS_MAX = 9;

    private static final BigDecimal TAIL_SHARE = new BigDecimal("0.001");
    private static final BigDecimal TAIL_PRICE = new BigDecimal("0.01");

    /// The amounts that mean this quote; empty when the price is so small that rounding up to what a person can
    /// type would cost the shopper more than the tail may.
    public static Optional<UniqueAmounts> of(Quote quote) {
        var asset = quote.amount().asset();
        var step = BigInteger.TEN.pow(Math.max(0, asset.decimals() - TYPED_DECIMALS_MAX));
        var first = roundedUp(quote.amount().units(), step);
        var price = quote.price().value();
        var dearest = price.add(price.multiply(TAIL_SHARE).max(TAIL_PRICE));
        var last = dearest.movePointRight(asset.decimals())
                .divide(quote.rate().value(), 0, RoundingMode.FLOOR)
                .toBigInteger();
        if (last.compareTo(first) < 0) {
            return Optional.empty();
        }
        var tails = last.subtract(first).divide(step).min(BigInteger.valueOf(COUNT_MAX - 1));
        return Optional.of(new UniqueAmounts(new Amount(first, asset), step, tails.intValueExact() + 1));
    }

    /// The amount with a tail of `index` steps, 0 to `count - 1`.
    public Amount amount(int index) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("tail " + index + " of " + count);
        }
        return new Amount(first.units().add(step.multiply(BigInteger.valueOf(index))), first.asset());
    }

    private static BigInteger roundedUp(BigInteger units, BigInteger step) {
        return units.add(step).subtract(BigInteger.ONE).divide(step).multiply(step);
    }
}
