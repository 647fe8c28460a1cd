package imtokenpay.api;

import imtokenpay.api.caller.Needs;
import imtokenpay.flow.request.ListRates;
import imtokenpay.merchant.key.Scope;
import imtokenpay.quote.live.RateReport;
import imtokenpay.quote.live.SourceStanding;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;

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
                    .add("since", rate.line().since().toString())
                    .add("says", says(rate.line().says())));
        }
        var sources = Json.createArrayBuilder();
        list.sources().stream().map(RatesResource::source).forEach(sources::add);
        return Json.createObjectBuilder()
                .add("rates", rates)
                .add("sources", sources)
                .build()
                .toString();
    }

    private static JsonArrayBuilder says(List<RateReport> reports) {
        var says = Json.createArrayBuilder();
        for (var report : reports) {
            says.add(Json.createObjectBuilder()
                    .add("source", report.source())
                    .add("rate", report.rate().toPlainString())
                    .add("since", report.at().toString()));
        }
        return says;
    }

    private static JsonObjectBuilder source(SourceStanding standing) {
        var failures = Json.createObjectBuilder();
        standing.failures()
                .forEach((reason, times) -> failures.add(reason.name().toLowerCase(Locale.ROOT), times));
        var source = Json.createObjectBuilder()
                .add("source", standing.source())
                .add(
                        "well",
                        standing.complaint().isEmpty() && standing.answered().isPresent())
                .add("failures", failures);
        standing.answered().ifPresent(moment -> source.add("answered", moment.toString()));
        return source;
    }
}
