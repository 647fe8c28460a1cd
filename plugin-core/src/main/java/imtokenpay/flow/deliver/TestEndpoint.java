package imtokenpay.flow.deliver;

import imtokenpay.flow.Pass;
import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Sends a store's endpoint an event that means nothing, signed as any other, and says at once what became of it. It is
/// tried once, and kept nowhere.
@Pass
public class TestEndpoint {
    private static final String TYPE = "webhook.test";

    private final WebhookEndpoints endpoints;
    private final WebhookTransport transport;
    private final InstantSource clock;
    private final RandomGenerator random;
    // A slow store holds a thread of ours for as long as an attempt may take, so it may hold one.
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    @Inject
    public TestEndpoint(
            WebhookEndpoints endpoints, WebhookTransport transport, InstantSource clock, RandomGenerator random) {
        this.endpoints = endpoints;
        this.transport = transport;
        this.clock = clock;
        this.random = random;
    }

    /// What was sent, and what became of it.
    public record Tested(String eventId, Attempt attempt) {}

    /// Tests a store's endpoint.
    ///
    /// @return empty while another test of it is under way, or when the store has none
    public Optional<Tested> test(String storeId) {
        var endpoint = endpoints.ofStore(storeId);
        if (endpoint.isEmpty() || !busy.add(storeId)) {
            return Optional.empty();
        }
        try {
            return Optional.of(tested(endpoint.get()));
        } finally {
            busy.remove(storeId);
        }
    }

    private Tested tested(WebhookEndpoint endpoint) {
        var now = clock.instant();
        // An event belongs to a payment; this one to a payment that nobody asked for.
        var payment = PaymentId.random(random);
        var id = WebhookEvent.idOf(payment, 0);
        var body = Json.createObjectBuilder()
                .add("id", id)
                .add("type", TYPE)
                .add("timestamp", now.toString())
                .add("apiVersion", "v1")
                .add("data", Json.createObjectBuilder())
                .build()
                .toString();
        var event = new WebhookEvent(id, endpoint.storeId(), payment, TYPE, new WebhookEvent.Content(now, body));
        return new Tested(id, transport.post(endpoint, event, now));
    }
}
