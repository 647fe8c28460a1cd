package imtokenpay.flow.refund;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refundable;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.RefundJson;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Shows a payment's refunds together with what is known of them.
@UseCase
public class ShowRefunds {
    private final ShowPayment payments;
    private final Refunds refunds;
    private final Payouts payouts;

    @Inject
    public ShowRefunds(ShowPayment payments, Refunds refunds, Payouts payouts) {
        this.payments = payments;
        this.refunds = refunds;
        this.payouts = payouts;
    }

    /// A store's payment; empty also when it is another store's.
    public Optional<PaymentJson.Snapshot> payment(String storeId, PaymentId id) {
        return payments.ofStore(storeId, id);
    }

    /// A payment's refunds, oldest first; none when there is no such payment.
    public List<RefundJson.Snapshot> of(PaymentId id) {
        return refunds.of(id).stream().map(this::snapshot).toList();
    }

    /// The newest refunds of all payments.
    ///
    /// @param count 1 to 200
    public List<RefundJson.Snapshot> newest(int count) {
        return refunds.newest(count).stream().map(this::snapshot).toList();
    }

    /// One refund of a payment.
    public Optional<RefundJson.Snapshot> byId(PaymentId paymentId, RefundId id) {
        return refunds.byId(id)
                .filter(refund -> refund.paymentId().equals(paymentId))
                .map(this::snapshot);
    }

    /// What of a payment can be given back, so far.
    public Refundable refundable(PaymentId id) {
        var payment = payments.byId(id).orElseThrow();
        return Refundable.of(
                payment.transfers(), payment.payment().terms(), payment.view(), refunds.of(id), this::timesPaid);
    }

    private long timesPaid(Refund refund) {
        return payouts.of(refund.id()).stream().filter(Transfer::isIncluded).count();
    }

    /// A refund with its transfers.
    RefundJson.Snapshot snapshot(Refund refund) {
        PaymentJson.Snapshot payment = payments.byId(refund.paymentId()).orElseThrow();
        ChainView view = payment.view();
        // The merchant's own money: however large, he need not wait for the chain's word.
        var finality = new Finality.Depth(payment.payment().terms().finality().confirmationsRequired());
        return new RefundJson.Snapshot(refund, payouts.of(refund.id()), view, finality, payment.network());
    }
}
