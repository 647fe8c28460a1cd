package imtokenpay.admin.refund;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.refund.CancelRefund;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.RefundId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/// Calls a refund off.
@Named("cancelRefund")
@RequestScoped
public class CancelView {
    private interface Step {
        void take(RefundId id, String by) throws Refusal;
    }

    private final Step cancel;

    /// For the container's proxy only.
    protected CancelView() {
        this.cancel = (id, by) -> {};
    }

    @Inject
    public CancelView(CancelRefund cancel) {
        this.cancel = cancel::cancel;
    }

    /// Cancels the refund that was chosen.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String cancel() {
        var refund = Desk.asked("refund");
        if (!RefundId.isOne(refund)) {
            return Desk.stay("There is no such refund.");
        }
        try {
            cancel.take(new RefundId(refund), Desk.who());
            return "/admin/refunds.xhtml?faces-redirect=true&decided=true&payment=" + Desk.asked("payment");
        } catch (Refusal refusal) {
            return Desk.stay(refusal.getMessage());
        }
    }
}
