package imtokenpay.outside;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The plugin's REST API, called with one store's key.
public final class Plugin {
    private static final int ASSETS = 2;

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
        return browser.see(api("payment-method"), bearer());
    }

    /// Whether the chain is read and both assets can be paid with.
    public boolean ready() {
        try {
            Answer answer = paymentMethod();
            return answer.status() == 200 && answer.json().path("assets").size() == ASSETS;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    public Answer ask(String json) {
        return browser.post(
                api("payments"),
                json,
                Map.of(
                        "Authorization",
                        "Bearer " + key,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    public JsonNode payment(String id) {
        return browser.see(api("payments/" + id), bearer()).expect(200).json();
    }

    public Answer paymentsOf(String order) {
        return browser.see(api("payments?orderRef=" + order), bearer());
    }

    /// What happened, `query` being `?after=...&limit=...` or nothing.
    public Answer events(String query) {
        return browser.see(api("events" + query), bearer());
    }

    private Map<String, String> bearer() {
        return Map.of("Authorization", "Bearer " + key);
    }

    private URI api(String path) {
        return URI.create(base + "/api/v1/" + path);
    }
}
