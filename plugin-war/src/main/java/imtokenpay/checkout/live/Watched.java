package imtokenpay.checkout.live;

import imtokenpay.flow.seen.Seen;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A payment that somebody looks at.
final class Watched {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;
    private volatile Optional<Seen> seen = Optional.empty();
    private volatile String json;
    private volatile long asked;

    /// @param asked the number of the look at which somebody asked last
    Watched(Snapshot snapshot, long asked) {
        this.snapshot = snapshot;
        this.json = json(snapshot, seen);
        this.asked = asked;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    String standing(long look) {
        asked = look;
        return json;
    }

    void now(Snapshot newest) {
        snapshot = newest;
        retell();
    }

    /// What is on its way now; empty if that is not known.
    void sees(Optional<Seen> now) {
        if (!now.equals(seen)) {
            seen = now;
            retell();
        }
    }

    private void retell() {
        json = json(snapshot, seen);
        listeners.removeIf(listener -> !listener.tell(json));
    }

    // Told at once: it may have changed since the page was written.
    void add(Listener listener) {
        listeners.add(listener);
        listener.tell(json);
    }

    void beat() {
        listeners.removeIf(listener -> !listener.beat());
    }

    void end() {
        listeners.forEach(Listener::end);
        listeners.clear();
    }

    int listeners() {
        return listeners.size();
    }

    boolean isForgotten(long look) {
        return listeners.isEmpty() && asked < look;
    }

    private static String json(Snapshot snapshot, Optional<Seen> seen) {
        var payment = snapshot.payment();
        var tally = snapshot.tally();
        var object = JSON.createObjectBuilder()
                .add("status", payment.status().word())
                .add("sequence", payment.sequence())
                .add("confirmations", tally.confirmations())
                .add("confirmationsRequired", payment.terms().finality().confirmationsRequired())
                .add("received", tally.received().decimal());
        // Left out where it is not known: another node, which reads the chain, may have told it.
        seen.ifPresent(some -> object.add("seen", some.amount().decimal()).add("replaceable", some.isReplaceable()));
        return object.build().toString();
    }
}
