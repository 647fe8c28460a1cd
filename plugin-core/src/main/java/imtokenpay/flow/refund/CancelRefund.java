package imtokenpay.flow.refund;

import static imtokenpay.payment.Refusal.Reason.REFUND_ENDED;
import static imtokenpay.payment.Refusal.Reason.REFUND_SEEN;

import imtokenpay.flow.UseCase;
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

    @Inject
    public CancelRefund(Refunds refunds, Payouts payouts, MoveRefund move) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.move = move;
    }

    /// Cancels it; a refund that is cancelled already stays so.
    ///
    /// @throws Refusal if a transfer was seen, or it has ended otherwise
    /// @throws NoSuchElementException if there is no such refund
    public Refund cancel(RefundId id) throws Refusal {
        move.locked(refunds.byId(id).orElseThrow().paymentId());
        // Read anew under the lock of its payment.
        var refund = refunds.byId(id).orElseThrow();
        return switch (refund.state()) {
            case AWAITING_ADDRESS, OPEN -> cancelled(refund);
            case CANCELLED -> refund;
            case SEEN -> throw new Refusal(REFUND_SEEN);
            case COMPLETED -> throw new Refusal(REFUND_ENDED);
        };
    }

    private Refund cancelled(Refund refund) throws Refusal {
        if (!payouts.of(refund.id()).isEmpty()) {
            throw new Refusal(REFUND_SEEN);
        }
        return move.moved(refund, RefundState.CANCELLED);
    }
}
