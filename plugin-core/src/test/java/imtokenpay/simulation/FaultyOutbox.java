package imtokenpay.simulation;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.WebhookTransport;
import java.time.Instant;
import java.util.List;

/// An outbox that notes too early, gives up too soon, or tells what may never be.
final class FaultyOutbox extends MemoryOutbox {
    private static final int ATTEMPTS_MAX = 3;

    private final WebhookTransport shop;
    private final SeededBug bug;

    FaultyOutbox(MemoryStore store, WebhookTransport shop, SeededBug bug) {
        super(store, 1);
        this.shop = shop;
        this.bug = bug;
    }

    @Override
    public void announce(WebhookEvent event) {
        super.announce(event);
        if (bug == SeededBug.TELLS_BEFORE_COMMIT) {
            shop.post(SimulatedPlugin.ENDPOINT, event, event.content().occurredAt());
        }
    }

    @Override
    public List<Delivery> claim(String storeId, int count, Instant now, Instant until) {
        var due = super.claim(storeId, count, now, until);
        if (bug == SeededBug.MARKS_SENT_BEFORE_SENDING) {
            due.forEach(delivery ->
                    attempted(delivery, new Attempt(now, new Attempt.Outcome.Answered(204)), new Next.Delivered()));
        }
        return due;
    }

    @Override
    public void attempted(Delivery delivery, Attempt attempt, Next next) {
        var isGivenUp = bug == SeededBug.GIVES_UP_AFTER_THREE
                && next instanceof Next.Retry
                && delivery.attemptsBefore() + 1 >= ATTEMPTS_MAX;
        super.attempted(delivery, attempt, isGivenUp ? new Next.Parked() : next);
    }
}
