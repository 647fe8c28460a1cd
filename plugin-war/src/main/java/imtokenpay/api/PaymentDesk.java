package imtokenpay.api;

import imtokenpay.api.problem.Problem;
import imtokenpay.flow.show.CheckoutAddresses;
import imtokenpay.flow.show.ListPayments;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.PaymentJson;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/// Finds payments for the store that calls, and writes them down for it.
@Dependent
public class PaymentDesk {
    private final ShowPayment show;
    private final ListPayments list;
    private final CheckoutAddresses addresses;

    @Inject
    public PaymentDesk(ShowPayment show, ListPayments list, CheckoutAddresses addresses) {
        this.show = show;
        this.list = list;
        this.addresses = addresses;
    }

    /// A payment of that store.
    ///
    /// @throws Problem if there is none of that id, or if it is another store's: nobody can tell which
    Payment found(String storeId, String id) {
        return snapshot(storeId, id).payment();
    }

    /// That payment with its money, as JSON.
    ///
    /// @throws Problem if there is none of that id, or if it is another store's
    String json(String storeId, String id) {
        return json(snapshot(storeId, id)).toString();
    }

    /// A payment with its money, as JSON.
    String json(Payment payment) {
        return json(show.snapshot(payment)).toString();
    }

    /// A page of payments, as JSON.
    String json(PaymentsQuery.Wanted wanted) {
        var page = list.page(wanted.filter(), wanted.after(), wanted.count());
        var payments = Json.createArrayBuilder();
        page.payments().forEach(snapshot -> payments.add(json(snapshot)));
        return Json.createObjectBuilder()
                .add("payments", payments)
                .add("cursor", page.cursor().text())
                .add("hasMore", page.hasMore())
                .build()
                .toString();
    }

    private Snapshot snapshot(String storeId, String id) {
        if (!PaymentId.isOne(id)) {
            throw Problem.paymentNotFound();
        }
        return show.ofStore(storeId, new PaymentId(id)).orElseThrow(Problem::paymentNotFound);
    }

    private JsonObject json(Snapshot snapshot) {
        return PaymentJson.of(snapshot, addresses.of(snapshot.payment().id()));
    }
}
