package imtokenpay.flow.show;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.receipt.Receipt;
import imtokenpay.payment.receipt.Receipt.Circumstances;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.util.Optional;

/// Shows what a shopper keeps of a payment.
@UseCase
public class ShowReceipt {
    private final Stores stores;

    @Inject
    public ShowReceipt(Stores stores) {
        this.stores = stores;
    }

    /// The receipt of a payment; empty while it is not settled.
    public Optional<Receipt> of(Snapshot snapshot) {
        var storeId = snapshot.payment().origin().storeId();
        // A store can leave the configuration while people still want its receipts.
        var name = stores.byId(storeId).map(Store::name).orElse(storeId);
        var circumstances = new Circumstances(name, snapshot.network(), snapshot.test());
        return Receipt.of(snapshot.payment(), snapshot.transfers(), snapshot.view(), circumstances);
    }
}
