package imtokenpay.admin.desk;

import imtokenpay.flow.show.ShowPayment;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/// The newest payments of all stores.
@Named("payments")
@RequestScoped
public class PaymentsView {
    private static final int SHOWN_MAX = 200;

    private final List<PaymentLine> rows;

    /// For the container's proxy only.
    protected PaymentsView() {
        this.rows = List.of();
    }

    @Inject
    public PaymentsView(ShowPayment show, Stores stores) {
        this.rows = show.newest(SHOWN_MAX).stream()
                .map(snapshot -> new PaymentLine(snapshot, storeName(snapshot, stores)))
                .toList();
    }

    /// The lines, newest first.
    public List<PaymentLine> rows() {
        return rows;
    }

    // A store may have left the configuration while its payments stay.
    private static String storeName(Snapshot snapshot, Stores stores) {
        var id = snapshot.payment().origin().storeId();
        return stores.byId(id).map(Store::name).orElse(id);
    }
}
