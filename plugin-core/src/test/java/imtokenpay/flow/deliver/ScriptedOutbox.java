package imtokenpay.flow.deliver;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// An outbox that gives each event out once, and remembers what followed.
final class ScriptedOutbox implements Outbox {
    private final List<Delivery> due = new ArrayList<>();
    private String refused = "";
    private final Map<String, Next> noted = new ConcurrentHashMap<>();

    @Override
    public void announce(WebhookEvent event) {
        due.add(new Delivery(event, 0));
    }

    @Override
    public List<String> waiting(Instant now) {
        return due.stream()
                .map(delivery -> delivery.event().storeId())
                .distinct()
                .toList();
    }

    @Override
    public List<Delivery> claim(String storeId, int count, Instant now, Instant until) {
        var claimed = List.copyOf(due);
        due.clear();
        return claimed;
    }

    @Override
    public void attempted(Delivery delivery, Attempt attempt, Next next) {
        if (delivery.event().id().equals(refused)) {
            throw new IllegalStateException("this one cannot be noted");
        }
        noted.put(delivery.event().id(), next);
    }

    void refuses(WebhookEvent event) {
        refused = event.id();
    }

    Optional<Next> noted(WebhookEvent event) {
        return Optional.ofNullable(noted.get(event.id()));
    }
}
