package imtokenpay.api;

import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.Needs;
import imtokenpay.api.problem.Problem;
import imtokenpay.flow.caller.Caller;
import imtokenpay.flow.deliver.StoreDeliveries;
import imtokenpay.flow.deliver.StoreEndpoint;
import imtokenpay.flow.deliver.TestEndpoint;
import imtokenpay.merchant.key.Scope;
import imtokenpay.webhook.told.DeliveryCursor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the store that calls is told, what became of it, and what to do about it.
@Path("webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class WebhookEndpointsResource {
    private static final Pattern EVENT_ID = Pattern.compile("evt_[0-9A-Za-z_]{1,56}");

    private final StoreDeliveries deliveries;
    private final TestEndpoint test;

    @Inject
    public WebhookEndpointsResource(StoreDeliveries deliveries, TestEndpoint test) {
        this.deliveries = deliveries;
        this.test = test;
    }

    /// The store's endpoints: one, or none.
    @GET
    @Needs(Scope.WEBHOOKS_READ)
    public String endpoints(@Context ContainerRequestContext request) {
        var endpoints = Json.createArrayBuilder();
        deliveries
                .endpoint(CallerFilter.store(request).id())
                .ifPresent(endpoint -> endpoints.add(EndpointJson.of(endpoint)));
        return Json.createObjectBuilder().add("endpoints", endpoints).build().toString();
    }

    /// Sends an event that means nothing, and says what the store answered.
    @POST
    @Path("{id}/test")
    @Needs(Scope.WEBHOOKS_WRITE)
    public String test(@Context ContainerRequestContext request, @PathParam("id") String id) {
        var storeId = found(CallerFilter.caller(request), id).store().id();
        return test.test(storeId)
                .map(EndpointJson::of)
                .orElseThrow(() -> Problem.tooMany(Duration.ofSeconds(1)))
                .toString();
    }

    /// Sends to an endpoint again that had answered 410.
    @POST
    @Path("{id}/enable")
    @Needs(Scope.WEBHOOKS_WRITE)
    public String enable(@Context ContainerRequestContext request, @PathParam("id") String id) {
        var caller = CallerFilter.caller(request);
        deliveries.enable(found(caller, id).store().id(), caller.key());
        return EndpointJson.of(found(caller, id)).toString();
    }

    /// What the endpoint was told and is to be told, the newest first.
    @GET
    @Path("{id}/deliveries")
    @Needs(Scope.WEBHOOKS_READ)
    public String deliveries(
            @Context ContainerRequestContext request,
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var storeId = found(CallerFilter.caller(request), id).store().id();
        var query = new PageQuery();
        var cursor = query.read("after", after, DeliveryCursor::parse, "must be the cursor of a page")
                .orElse(DeliveryCursor.NEWEST);
        var count = query.count(limit);
        query.check();
        return EndpointJson.of(deliveries.page(storeId, cursor, count)).toString();
    }

    /// Sends an event once more, at once, whatever became of it.
    @POST
    @Path("{id}/deliveries/{eventId}/redeliver")
    @Needs(Scope.WEBHOOKS_WRITE)
    public String redeliver(
            @Context ContainerRequestContext request,
            @PathParam("id") String id,
            @PathParam("eventId") String eventId) {
        var caller = CallerFilter.caller(request);
        var storeId = found(caller, id).store().id();
        if (!EVENT_ID.matcher(eventId).matches()) {
            throw deliveryNotFound();
        }
        return deliveries
                .redeliver(storeId, eventId, caller.key())
                .map(EndpointJson::of)
                .orElseThrow(WebhookEndpointsResource::deliveryNotFound)
                .toString();
    }

    private StoreEndpoint found(Caller caller, String id) {
        return deliveries
                .endpoint(caller.store().id())
                .filter(endpoint -> EndpointJson.id(endpoint.store().id()).equals(id))
                .orElseThrow(() -> new Problem(404, "endpoint_not_found", "This store has no such endpoint."));
    }

    private static Problem deliveryNotFound() {
        return new Problem(404, "delivery_not_found", "This store has no such event.");
    }
}
