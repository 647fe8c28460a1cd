package imtokenpay.outside;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The plugin's REST API, called with one store's key.
public final class Plugin {

    private final URI base;
    private final String key;
    private final Browser browser = new Browser();

    /// `base` is the plugin's public address without a slash at its end.
    public Plugin(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    public URI base() {
        return base;
    }

    public Plugin withKey(String other) {
        return new Plugin(base, other);
    }

    public Answer paymentMethod() {
        return see("payment-method");
    }

    /// Whether the chains are read and so many assets can be paid with.
    public boolean offers(int assets) {
        try {
            Answer answer = paymentMethod();
            return answer.status() == 200 && answer.json().path("assets").size() == assets;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public Answer ask(String json) {
        return ask(json, UUID.randomUUID().toString());
    }

    /// Asks for a payment under an idempotency key.
    public Answer ask(String json, String idempotencyKey) {
        return browser.post(
                api("payments"), json, Map.of("Authorization", "Bearer " + key, "Idempotency-Key", idempotencyKey));
    }

    public JsonNode payment(String id) {
        return see("payments/" + id).expect(200).json();
    }

    public Answer cancel(String id) {
        return act("payments/" + id + "/cancel");
    }

    /// Records a refund under an idempotency key.
    public Answer refund(String id, String json, String idempotencyKey) {
        return browser.post(
                api("payments/" + id + "/refunds"),
                json,
                Map.of("Authorization", "Bearer " + key, "Idempotency-Key", idempotencyKey));
    }

    public Answer cancelRefund(String id, String refund) {
        return browser.post(api("payments/" + id + "/refunds/" + refund + "/cancel"), "", bearer());
    }

    public Answer paymentsOf(String order) {
        return see("payments?orderRef=" + order);
    }

    /// Whether the feed has an event of that type about a payment.
    public boolean told(String payment, String type) {
        String query = "";
        while (true) {
            JsonNode page = events(query).expect(200).json();
            for (JsonNode event : page.path("events")) {
                if (event.path("type").asString().equals(type)
                        && event.path("data").path("id").asString().equals(payment)) {
                    return true;
                }
            }
            if (!page.path("hasMore").asBoolean()) {
                return false;
            }
            query = "?after=" + page.path("cursor").asString();
        }
    }

    /// What happened, `query` being `?after=...&limit=...` or nothing.
    public Answer events(String query) {
        return see("events" + query);
    }

    /// Does something about a thing of the API that is there already.
    public Answer act(String path) {
        return browser.post(api(path), "", bearer());
    }

    /// Any page of the API, below its version.
    public Answer see(String path) {
        return browser.see(api(path), bearer());
    }

    /// The document that describes all this.
    public Answer openApi() {
        return browser.see(URI.create(base + "/openapi.json"));
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + key);
    }

    private URI api(String path) {
        return URI.create(base + "/api/v1/" + path);
    }
}
