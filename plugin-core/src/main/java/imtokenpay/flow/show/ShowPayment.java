package imtokenpay.flow.show;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.webhook.PaymentJson;
import jakarta.inject.Inject;
import java.util.Optional;

/// Shows payments together with their money, as the chain was last read.
@UseCase
public class ShowPayment {
    private final Payments payments;
    private final Ledger ledger;
    private final ChainCursors cursors;
    private final AcceptedAssets assets;

    @Inject
    public ShowPayment(Payments payments, Ledger ledger, ChainCursors cursors, AcceptedAssets assets) {
        this.payments = payments;
        this.ledger = ledger;
        this.cursors = cursors;
        this.assets = assets;
    }

    /// One payment, if there is such a one.
    public Optional<PaymentJson.Snapshot> byId(PaymentId id) {
        return payments.byId(id).map(this::snapshot);
    }

    /// One payment of a store; empty also when it is another store's.
    public Optional<PaymentJson.Snapshot> ofStore(String storeId, PaymentId id) {
        return payments.byId(id)
                .filter(payment -> payment.origin().storeId().equals(storeId))
                .map(this::snapshot);
    }

    /// A payment with its money.
    public PaymentJson.Snapshot snapshot(Payment payment) {
        var asset = payment.terms().due().asset();
        var view = cursors.view(asset.chain())
                .orElseGet(() -> new ChainView(asset.chain(), 0, payment.terms().openedAt()));
        var accepted = assets.byId(asset.id());
        return new PaymentJson.Snapshot(
                payment,
                ledger.of(payment.id()),
                view,
                accepted.map(AcceptedAsset::network).orElse(asset.chain().text()),
                accepted.map(AcceptedAsset::test).orElse(false));
    }
}
