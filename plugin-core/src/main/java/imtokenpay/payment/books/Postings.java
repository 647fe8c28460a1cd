package imtokenpay.payment.books;

import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.books.TrialBalance.Line;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sums of both sides of every account, for one trial balance after another.
public final class Postings {
    private final Map<Asset, EnumMap<Account, Line>> sums = new HashMap<>();

    /// Adds to the left side.
    public Postings debit(Account account, Amount amount) {
        return post(amount.asset(), new Line(account, amount.units(), BigInteger.ZERO));
    }

    /// Adds to the right side.
    public Postings credit(Account account, Amount amount) {
        return post(amount.asset(), new Line(account, BigInteger.ZERO, amount.units()));
    }

    /// Posts what came in for payments that stand so, or for none.
    public Postings cameIn(Optional<PaymentStatus> status, Amount amount) {
        debit(Account.RECEIVED, amount);
        if (status.isEmpty()) {
            return credit(Account.UNMATCHED, amount);
        }
        // What it is for is posted with the payment itself.
        return status.get() == PaymentStatus.SETTLED ? this : credit(Account.of(status.get()), amount);
    }

    /// Posts what payments that are settled were for.
    public Postings settled(Amount due, Amount surplus) {
        return credit(Account.SETTLED, due).credit(Account.OVERPAID, surplus);
    }

    /// Posts what went back.
    public Postings wentBack(Amount amount) {
        return debit(Account.REFUNDED, amount).credit(Account.RECEIVED, amount);
    }

    /// Posts everything that is known.
    public static Postings of(
            Collection<Payment> payments, Collection<Ledger.Entry> entries, Collection<Transfer> payouts) {
        var postings = new Postings();
        var standings = new HashMap<PaymentId, PaymentStatus>();
        for (var payment : payments) {
            standings.put(payment.id(), payment.status());
            if (payment.status() == PaymentStatus.SETTLED) {
                postings.settled(payment.terms().due(), payment.standing().surplus());
            }
        }
        entries.stream()
                .filter(entry -> entry.transfer().isIncluded())
                .forEach(entry -> postings.cameIn(
                        entry.paymentId().map(standings::get), entry.transfer().amount()));
        payouts.stream().filter(Transfer::isIncluded).map(Transfer::amount).forEach(postings::wentBack);
        return postings;
    }

    /// The balances, in the order of the assets' ids.
    public List<TrialBalance> balances() {
        return sums.entrySet().stream()
                .map(entry -> new TrialBalance(
                        entry.getKey(), List.copyOf(entry.getValue().values())))
                .sorted(Comparator.comparing(balance -> balance.asset().id()))
                .toList();
    }

    private Postings post(Asset asset, Line line) {
        sums.computeIfAbsent(asset, any -> new EnumMap<>(Account.class))
                .merge(
                        line.account(),
                        line,
                        (one, other) -> new Line(
                                one.account(),
                                one.debit().add(other.debit()),
                                one.credit().add(other.credit())));
        return this;
    }
}
