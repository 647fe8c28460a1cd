package imtokenpay.simulation;

import imtokenpay.payment.PaymentId;
import imtokenpay.simulation.MemoryStore.EventRow;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.WebhookEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/// The outbox in memory.
class MemoryOutbox implements Outbox {
    private final MemoryStore store;
    private final int claimMax;

    /// @param claimMax how many deliveries one claim takes at most; 1 makes their order the same every time
    MemoryOutbox(MemoryStore store, int claimMax) {
        this.store = store;
        this.claimMax = claimMax;
    }

    @Override
    public void announce(WebhookEvent event) {
        var row = new EventRow(event, "due", 0, event.content().occurredAt());
        if (store.tables().events().putIfAbsent(event.id(), row) != null) {
            throw new IllegalStateException("announced twice: " + event.id());
        }
    }

    @Override
    public List<String> waiting(Instant now) {
        return store.tables().events().values().stream()
                .filter(row -> isDue(row, now))
                .map(row -> row.event().storeId())
                .distinct()
                .toList();
    }

    @Override
    public List<Delivery> claim(String storeId, int count, Instant now, Instant until) {
        var events = store.tables().events();
        // They stand in the order in which they were announced.
        var begun = new HashSet<PaymentId>();
        var due = events.values().stream()
                .filter(row ->
                        row.state().equals("due") && row.event().storeId().equals(storeId))
                .filter(row -> begun.add(row.event().paymentId()) && isDue(row, now))
                .limit(Math.min(count, claimMax))
                .toList();
        due.forEach(row -> events.put(row.event().id(), new EventRow(row.event(), "due", row.attempts(), until)));
        return due.stream()
                .map(row -> new Delivery(row.event(), row.attempts()))
                .toList();
    }

    @Override
    public void attempted(Delivery delivery, Attempt attempt, Next next) {
        var id = delivery.event().id();
        var row = store.tables().events().get(id);
        var tried = row.attempts() + 1;
        store.tables()
                .events()
                .put(
                        id,
                        switch (next) {
                            case Next.Retry(Instant at) -> new EventRow(row.event(), "due", tried, at);
                            case Next.Delivered() -> new EventRow(row.event(), "delivered", tried, row.nextAt());
                            case Next.Parked() -> new EventRow(row.event(), "parked", tried, row.nextAt());
                        });
    }

    private static boolean isDue(EventRow row, Instant now) {
        return row.state().equals("due") && !row.nextAt().isAfter(now);
    }
}
