package imtokenpay.flow.refund;

import static imtokenpay.payment.Refusal.Reason.REFUND_ENDED;
import static imtokenpay.payment.Refusal.Reason.REFUND_SEEN;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;

/// The merchant calls a refund off, as long as nothing was ever seen of it: what left the chain can come back.
@UseCase
public class CancelRefund {
    private final Refunds refunds;
    private final Payouts payouts;
    private final MoveRefund move;
    private final AuditTrail audit;

    @Inject
    public CancelRefund(Refunds refunds, Payouts payouts, MoveRefund move, AuditTrail audit) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.move = move;
        this.audit = audit;
    }

    /// Cancels it; a refund that is cancelled already stays so.
    ///
    /// @param by the name that the person has signed in with, or the store that calls
    /// @throws Refusal if a transfer was seen, or it has ended otherwise
    /// @throws NoSuchElementException if there is no such refund
    public Refund cancel(RefundId id, String by) throws Refusal {
        move.locked(refunds.byId(id).orElseThrow().paymentId());
        // Read anew under the lock of its payment.
        var refund = refunds.byId(id).orElseThrow();
        return switch (refund.state()) {
            case AWAITING_ADDRESS, OPEN -> cancelled(refund, by);
            case CANCELLED -> refund;
            case SEEN -> throw new Refusal(REFUND_SEEN);
            case COMPLETED -> throw new Refusal(REFUND_ENDED);
        };
    }

    private Refund cancelled(Refund refund, String by) throws Refusal {
        if (!payouts.of(refund.id()).isEmpty()) {
            throw new Refusal(REFUND_SEEN);
        }
        var cancelled = move.moved(refund, RefundState.CANCELLED);
        audit.add(Deed.of(
                by, Action.REFUND_CANCELLED, refund.id().text(), refund.amount() + " of " + refund.paymentId()));
        return cancelled;
    }
}
