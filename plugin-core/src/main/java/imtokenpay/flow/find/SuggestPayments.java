package imtokenpay.flow.find;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.list.PaymentSearch;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// Suggests what money that matches nothing may have been meant for. A suggestion credits nothing: a person decides.
@UseCase
public class SuggestPayments {
    /// The most that is suggested.
    public static final int SUGGESTED_MAX = 5;

    // A tenth less or more: fees that an exchange keeps, a price that was rounded, a tail that was left out.
    private static final BigInteger PART = BigInteger.TEN;
    private static final Duration AFTER_DEADLINE_MAX = Duration.ofDays(7);
    private static final int LOOKED_AT_MAX = 100;

    private final Ledger ledger;
    private final PaymentSearch search;
    private final ShowPayment show;

    @Inject
    public SuggestPayments(Ledger ledger, PaymentSearch search, ShowPayment show) {
        this.ledger = ledger;
        this.search = search;
        this.show = show;
    }

    /// The payments that it may have been meant for, the nearest in amount first: unpaid, at the address that
    /// it came to, asked for before it was made, and not over for more than a week by then. None where there is
    /// no such money, or it is credited already.
    public List<Snapshot> suggest(TransferId id) {
        return ledger.byId(id).stream()
                .filter(entry -> entry.paymentId().isEmpty())
                .flatMap(entry -> suggested(entry.transfer()).stream())
                .toList();
    }

    private List<Snapshot> suggested(Transfer transfer) {
        var came = transfer.amount();
        var margin = new Amount(came.units().divide(PART), came.asset());
        return search.dueBetween(came.above(margin), came.plus(margin), LOOKED_AT_MAX).stream()
                .filter(payment -> mayBeMeant(payment, transfer))
                .sorted(Comparator.comparing(payment ->
                        payment.terms().due().units().subtract(came.units()).abs()))
                .limit(SUGGESTED_MAX)
                .map(show::snapshot)
                .toList();
    }

    private static boolean mayBeMeant(Payment payment, Transfer transfer) {
        var isUnpaid = switch (payment.status()) {
            case AWAITING, UNDERPAID, EXPIRED, CANCELLED, UNRESOLVED, CLOSED -> true;
            case CONFIRMING, SETTLED, REVERSED -> false;
        };
        return isUnpaid
                && payment.receiver().equals(transfer.receiver())
                && payment.terms().mayBePaidBy(transfer)
                && !transfer.madeAt().isAfter(payment.terms().deadline().plus(AFTER_DEADLINE_MAX));
    }
}
