package imtokenpay.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// A quantity of one asset in its smallest unit (wei, sun, satoshi, 10^-decimals of a token). Never negative.
///
/// @param units whole base units, 0 to 2^256 - 1, the range of an EVM word
public record Amount(BigInteger units, Asset asset) implements Comparable<Amount> {
    private static final int BITS_MAX = 256;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,60}(\\.[0-9]{1,36})?");

    public Amount {
        if (units.signum() < 0) {
            throw new IllegalArgumentException("negative amount: " + units);
        }
        if (units.bitLength() > BITS_MAX) {
            throw new IllegalArgumentException("amount beyond 256 bits: " + units.bitLength() + " bits");
        }
    }

    /// Nothing of an asset.
    public static Amount zero(Asset asset) {
        return new Amount(BigInteger.ZERO, asset);
    }

    /// The smallest amount that is worth at least `value` coins: rounds up, in the merchant's favour.
    public static Amount atLeast(BigDecimal value, Asset asset) {
        var units = value.movePointRight(asset.decimals()).setScale(0, RoundingMode.CEILING);
        return new Amount(units.toBigIntegerExact(), asset);
    }

    /// Reads a quantity of coins that a person or a store wrote, such as `0.5`.
    ///
    /// @throws IllegalArgumentException in words for whoever wrote it if it is none, is zero, or has more
    /// digits than the asset
    public static Amount parse(String text, Asset asset) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be digits with at most one point, such as 12.5");
        }
        var value = new BigDecimal(text);
        if (value.signum() == 0) {
            throw new IllegalArgumentException("must be above zero");
        }
        if (value.stripTrailingZeros().scale() > asset.decimals()) {
            throw new IllegalArgumentException(
                    "has more digits behind the point than the " + asset.decimals() + " of " + asset.symbol());
        }
        return new Amount(value.movePointRight(asset.decimals()).toBigIntegerExact(), asset);
    }

    /// The sum.
    ///
    /// @throws IllegalArgumentException if the assets differ
    public Amount plus(Amount other) {
        return new Amount(units.add(same(other).units), asset);
    }

    /// What remains above `other`; zero where `other` is more.
    public Amount above(Amount other) {
        return new Amount(units.subtract(same(other).units).max(BigInteger.ZERO), asset);
    }

    /// Whether this is at least `due`.
    public boolean covers(Amount due) {
        return compareTo(due) >= 0;
    }

    /// Whether this is nothing.
    public boolean isZero() {
        return units.signum() == 0;
    }

    /// The amount in whole coins with a point and without needless zeros, such as `0.005000123`.
    public String decimal() {
        if (isZero()) {
            return "0";
        }
        return new BigDecimal(units, asset.decimals()).stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Amount other) {
        return units.compareTo(same(other).units);
    }

    @Override
    public String toString() {
        return decimal() + " " + asset.symbol();
    }

    private Amount same(Amount other) {
        if (!asset.equals(other.asset)) {
            throw new IllegalArgumentException("amounts of two assets: " + asset + " and " + other.asset);
        }
        return other;
    }
}
