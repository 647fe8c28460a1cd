package imtokenpay.flow.request;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.request.RequestPayment.Idempotency;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.money.Price;
import imtokenpay.payment.PaymentRequest;
import imtokenpay.payment.PaymentRequest.References;
import imtokenpay.payment.PaymentRequest.Wording;
import imtokenpay.payment.Refusal;
import jakarta.inject.Inject;
import java.util.List;

/// An order that an admin makes to try everything out: a payment like any other, so that its money is
/// real where the network's is, and the store is told of it.
@UseCase
public class TryOut {
    private final Stores stores;
    private final PaymentMethod method;
    private final RequestPayment request;
    private final CheckoutAddresses addresses;

    @Inject
    public TryOut(Stores stores, PaymentMethod method, RequestPayment request, CheckoutAddresses addresses) {
        this.stores = stores;
        this.method = method;
        this.request = request;
        this.addresses = addresses;
    }

    /// The stores that it can be for.
    public List<Store> stores() {
        return stores.all();
    }

    /// What it can be paid with at this moment.
    public List<AcceptedAsset> payable() {
        return method.payable();
    }

    /// Makes the order's payment.
    ///
    /// @param order its name, chosen beforehand, so that a form that is sent twice makes one
    /// @return the address of its checkout page
    /// @throws Refusal if there is no price, no free slot or the like
    public String order(String order, Store store, String assetId, Price price) throws Refusal {
        var wish = new PaymentRequest(order, price, assetId, new Wording("Test order", ""), References.NONE);
        var made = request.request(store, wish, new Idempotency(order, order));
        return addresses.of(made.payment().id());
    }
}
