package imtokenpay.flow.watch;

import imtokenpay.chain.ChainView;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentLifecycle;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Tally;
import jakarta.inject.Inject;
import java.util.Collection;

/// Confirmations, settlement, expiry, reorgs: moves every stirred payment to where the chain now says it stands.
@UseCase
public class AdvancePayments {
    private final Payments payments;
    private final Ledger ledger;
    private final AnnouncePayment announce;

    @Inject
    public AdvancePayments(Payments payments, Ledger ledger, AnnouncePayment announce) {
        this.payments = payments;
        this.ledger = ledger;
        this.announce = announce;
    }

    /// The payments whose standing may change by this view alone.
    public Collection<PaymentId> stirredBy(ChainView view) {
        return payments.stirredBy(view);
    }

    /// Moves those payments on.
    public void advance(Collection<PaymentId> ids, ChainView view) {
        for (var id : ids) {
            advance(payments.locked(id).orElseThrow(), view);
        }
    }

    private void advance(Payment before, ChainView view) {
        var tally = Tally.of(ledger.of(before.id()), before.terms(), view);
        var status = PaymentLifecycle.next(before.status(), before.terms(), tally, view);
        var after = before;
        if (status != before.status()) {
            after = before.movedTo(status);
            payments.replace(after);
            announce.moved(before, after);
        }
        tellSurplus(after, tally.surplus(before.terms()));
    }

    // Told only of a settled payment, so that nobody ships for money that is not final. A surplus that a reorg took
    // back
    // is forgotten in silence: whoever asks sees what is in the chain.
    private void tellSurplus(Payment payment, Amount surplus) {
        var change = surplus.compareTo(payment.standing().surplus());
        if (change < 0) {
            payments.replace(payment.withLessSurplus(surplus));
        } else if (change > 0 && payment.status() == PaymentStatus.SETTLED) {
            var after = payment.withSurplus(surplus);
            payments.replace(after);
            announce.overpaid(after);
        }
    }
}
