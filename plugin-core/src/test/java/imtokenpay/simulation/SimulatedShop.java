package imtokenpay.simulation;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Attempt.Outcome;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A store that follows docs/webhooks.md to the letter, is down at times, and never forgets.
class SimulatedShop implements WebhookTransport {
    /// What the store knows of a payment.
    record Order(long sequence, String status, int paid, int released) {}

    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    private final Faults faults;
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final Set<String> troubles = new HashSet<>();
    private final Map<PaymentId, WebhookEvent> onTheWay = new HashMap<>();

    SimulatedShop(Faults faults) {
        this.faults = faults;
    }

    Map<String, Order> orders() {
        return orders;
    }

    /// What must never happen, and did.
    Set<String> troubles() {
        return troubles;
    }

    @Override
    public Attempt post(WebhookEndpoint endpoint, WebhookEvent event, Instant at) {
        if (faults.strikes(Faults.Kind.SHOP_DOWN)) {
            return new Attempt(at, new Outcome.Answered(503));
        }
        if (faults.strikes(Faults.Kind.SHOP_HEARS_LATER)) {
            onTheWay.put(event.paymentId(), event);
            return new Attempt(at, new Outcome.Unreachable("timed out"));
        }
        var body = event.content().body();
        var told = bodies.putIfAbsent(event.id(), body);
        if (told != null && !told.equals(body)) {
            troubles.add("two bodies under one id " + event.id());
        }
        apply(event);
        arriveAfter(event);
        faults.maybe(Faults.Kind.CRASH_AFTER_SEND);
        return faults.strikes(Faults.Kind.SHOP_ANSWER_LOST)
                ? new Attempt(at, new Outcome.Unreachable("reset"))
                : new Attempt(at, new Outcome.Answered(204));
    }

    /// What an event says of its payment.
    static JsonObject data(WebhookEvent event) {
        try (var reader = JSON.createReader(new StringReader(event.content().body()))) {
            return reader.readObject().getJsonObject("data");
        }
    }

    /// Whether the store passes the event over, since it knows as much already.
    boolean passesOver(long sequence, Order before) {
        return sequence <= before.sequence();
    }

    /// Whether the store looks up that it has shipped or restocked before it does so again.
    boolean remembers() {
        return true;
    }

    // A call that we gave up arrives when the store knows newer things already.
    private void arriveAfter(WebhookEvent event) {
        var late = onTheWay.get(event.paymentId());
        if (late != null && !late.id().equals(event.id())) {
            onTheWay.remove(event.paymentId());
            apply(late);
        }
    }

    private void apply(WebhookEvent event) {
        var payment = data(event);
        var before = orders.getOrDefault(payment.getString("id"), new Order(0, "awaiting", 0, 0));
        var sequence = payment.getJsonNumber("sequence").longValueExact();
        if (passesOver(sequence, before)) {
            return;
        }
        if (sequence > before.sequence() + 1) {
            troubles.add("an event before its predecessor: " + event.id());
        }
        var status = payment.getString("status");
        var isPaid = status.equals("settled") && (before.paid() == 0 || !remembers());
        var isReleased = (status.equals("expired") || status.equals("cancelled")) && before.released() == 0;
        orders.put(
                payment.getString("id"),
                new Order(
                        sequence, status, before.paid() + (isPaid ? 1 : 0), before.released() + (isReleased ? 1 : 0)));
    }
}
