package imtokenpay.api;

import imtokenpay.api.caller.Needs;
import imtokenpay.flow.request.ListRates;
import imtokenpay.merchant.key.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/// What assets are worth. A payment is asked for at the rate of its own moment; this only shows it beforehand.
@Path("rates")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class RatesResource {
    private final ListRates list;

    @Inject
    public RatesResource(ListRates list) {
        this.list = list;
    }

    /// What one whole coin of each payable asset is worth.
    @GET
    @Needs(Scope.PAYMENTS_READ)
    public String rates() {
        var rates = Json.createArrayBuilder();
        for (var rate : list.rates()) {
            rates.add(Json.createObjectBuilder()
                    .add("asset", rate.asset().id())
                    .add("symbol", rate.asset().symbol())
                    .add("currency", rate.line().currency().getCurrencyCode())
                    .add("rate", rate.line().rate().toPlainString())
                    .add("source", rate.line().source())
                    .add("since", rate.line().since().toString()));
        }
        return Json.createObjectBuilder().add("rates", rates).build().toString();
    }
}
