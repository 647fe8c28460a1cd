package imtokenpay.api;

import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.Needs;
import imtokenpay.chain.Finality;
import imtokenpay.flow.campaign.ManageCampaigns;
import imtokenpay.flow.request.PaymentMethod;
import imtokenpay.merchant.key.Scope;
import imtokenpay.money.Amount;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/// What shoppers can pay with.
@Path("payment-method")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class PaymentMethodResource {
    private final PaymentMethod method;
    private final ManageCampaigns campaigns;

    @Inject
    public PaymentMethodResource(PaymentMethod method, ManageCampaigns campaigns) {
        this.method = method;
        this.campaigns = campaigns;
    }

    /// The assets that can be paid with right now, and what is taken off for it.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    public String method(@Context ContainerRequestContext caller) {
        var assets = Json.createArrayBuilder();
        var payable = method.payable();
        for (var accepted : payable) {
            var asset = Json.createObjectBuilder()
                    .add("asset", accepted.asset().id())
                    .add("symbol", accepted.asset().symbol())
                    .add("network", accepted.network())
                    .add("chain", accepted.asset().chain().text())
                    .add("confirmationsRequired", accepted.finality().confirmationsRequired())
                    .add("test", accepted.test());
            if (accepted.finality() instanceof Finality.Tiered rule) {
                asset.add("finalFrom", new Amount(rule.finalFrom(), accepted.asset()).decimal());
            }
            assets.add(asset);
        }
        var running = Json.createArrayBuilder();
        campaigns.running(CallerFilter.store(caller).id()).stream()
                .map(CampaignJson::of)
                .forEach(running::add);
        return Json.createObjectBuilder()
                .add("available", !payable.isEmpty())
                .add("assets", assets)
                .add("campaigns", running)
                .build()
                .toString();
    }
}
