package imtokenpay.api;

import imtokenpay.flow.deliver.StoreEndpoint;
import imtokenpay.flow.deliver.TestEndpoint.Tested;
import imtokenpay.webhook.told.DeliveryPage;
import imtokenpay.webhook.told.ToldEvent;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/// Endpoints and deliveries as a store sees them.
final class EndpointJson {
    private static final String PREFIX = "we_";

    private EndpointJson() {}

    /// The id of a store's endpoint.
    static String id(String storeId) {
        return PREFIX + storeId;
    }

    static JsonObject of(StoreEndpoint endpoint) {
        var json = Json.createObjectBuilder()
                .add("id", id(endpoint.store().id()))
                // What follows a question mark may be a key of the store.
                .add("url", endpoint.address().toString().replaceAll("\\?.*", "?…"));
        switch (endpoint.standing()) {
            case StoreEndpoint.Standing.Enabled() -> json.add("status", "enabled");
            case StoreEndpoint.Standing.Disabled(var since) ->
                json.add("status", "disabled").add("disabledSince", since.toString());
        }
        return json.build();
    }

    static JsonObject of(Tested tested) {
        return Json.createObjectBuilder()
                .add("eventId", tested.eventId())
                .add("at", tested.attempt().at().toString())
                .add("delivered", tested.attempt().isDelivered())
                .add("outcome", tested.attempt().words())
                .build();
    }

    static JsonObject of(DeliveryPage page) {
        var deliveries = Json.createArrayBuilder();
        page.deliveries().forEach(told -> deliveries.add(of(told)));
        return Json.createObjectBuilder()
                .add("deliveries", deliveries)
                .add("cursor", page.cursor().text())
                .add("hasMore", page.hasMore())
                .build();
    }

    static JsonObject of(ToldEvent told) {
        var json = Json.createObjectBuilder()
                .add("eventId", told.event().id())
                .add("type", told.event().type())
                .add("paymentId", told.event().paymentId().text())
                .add("occurredAt", told.event().content().occurredAt().toString())
                .add("attempts", told.attempts());
        told.last()
                .ifPresent(
                        last -> json.add("lastAttemptAt", last.at().toString()).add("lastOutcome", last.outcome()));
        return standing(json, told).build();
    }

    private static JsonObjectBuilder standing(JsonObjectBuilder json, ToldEvent told) {
        return switch (told.standing()) {
            case ToldEvent.Standing.Delivered() -> json.add("status", "delivered");
            case ToldEvent.Standing.GivenUp() -> json.add("status", "given_up");
            case ToldEvent.Standing.Waiting(var until) ->
                json.add("status", "waiting").add("nextAttemptAt", until.toString());
        };
    }
}
