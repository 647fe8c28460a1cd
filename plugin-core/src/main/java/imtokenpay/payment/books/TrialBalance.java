package imtokenpay.payment.books;

import imtokenpay.money.Asset;
import java.math.BigInteger;
import java.util.List;

/// All accounts in one asset. What stands on the two sides comes from different facts: the chain's transfers on the
/// one,
/// the payments' terms and announced surpluses on the other. So a difference is money that we took for something it is
/// not.
///
/// @param lines in the order of the accounts, those without any posting left out
public record TrialBalance(Asset asset, List<Line> lines) {
    /// One account.
    ///
    /// @param debit in base units, 0 or more
    /// @param credit in base units, 0 or more
    public record Line(Account account, BigInteger debit, BigInteger credit) {}

    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /// The sum of all debits less the sum of all credits, in base units: zero if the books are right.
    public BigInteger difference() {
        return lines.stream()
                .map(line -> line.debit().subtract(line.credit()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }
}
