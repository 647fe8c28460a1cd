package imtokenpay.api;

import imtokenpay.api.caller.Needs;
import imtokenpay.flow.request.PaymentMethod;
import imtokenpay.merchant.key.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What shoppers can pay with.
@Path("payment-method")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class PaymentMethodResource {
    private final PaymentMethod method;

    @Inject
    public PaymentMethodResource(PaymentMethod method) {
        this.method = method;
    }

    /// The assets that can be paid with right now.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    public String method() {
        var assets = Json.createArrayBuilder();
        var payable = method.payable();
        for (var accepted : payable) {
            assets.add(Json.createObjectBuilder()
                    .add("asset", accepted.asset().id())
                    .add("symbol", accepted.asset().symbol())
                    .add("network", accepted.network())
                    .add("chain", accepted.asset().chain().text())
                    .add("confirmationsRequired", accepted.finality().confirmationsRequired())
                    .add("test", accepted.test()));
        }
        return Json.createObjectBuilder()
                .add("available", !payable.isEmpty())
                .add("assets", assets)
                .build()
                .toString();
    }
}
