package imtokenpay.flow.refund;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refundable;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/// Moves a refund and tells the store of it. An event of a refund takes its number from the payment, so that a store
/// learns of both in one order.
@UseCase
public class MoveRefund {
    private final Refunds refunds;
    private final Payments payments;
    private final ShowRefunds show;
    private final AnnouncePayment announce;
    private final InstantSource clock;

    @Inject
    public MoveRefund(
            Refunds refunds, Payments payments, ShowRefunds show, AnnouncePayment announce, InstantSource clock) {
        this.refunds = refunds;
        this.payments = payments;
        this.show = show;
        this.announce = announce;
        this.clock = clock;
    }

    /// A payment, locked: whoever changes one of its refunds holds it.
    Optional<Payment> locked(PaymentId id) {
        return payments.locked(id);
    }

    /// What of a payment can still be given back.
    Refundable refundable(PaymentId id) {
        return show.refundable(id);
    }

    /// Has the refund stand there from now on.
    Refund moved(Refund before, RefundState to) {
        var after = before.movedTo(to, clock.instant());
        refunds.replace(after);
        switch (to) {
            case AWAITING_ADDRESS, OPEN, SEEN -> {}
            case COMPLETED, CANCELLED -> refunds.release(after);
        }
        tell(after, to.word());
        return after;
    }

    /// Tells the store what happened to a refund.
    void tell(Refund refund, String what) {
        var payment = payments.locked(refund.paymentId()).orElseThrow().withOneMoreEvent();
        payments.replace(payment);
        announce.refund(payment, show.snapshot(refund), what);
    }
}
