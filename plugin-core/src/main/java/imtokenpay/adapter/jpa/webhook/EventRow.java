package imtokenpay.adapter.jpa.webhook;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.feed.FeedCursor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An event and how far its delivery is: `due`, `delivered` or `parked`.
@Entity
@Table(name = "webhook_event")
class EventRow {
    static final String DUE = "due";
    static final String DELIVERED = "delivered";
    static final String PARKED = "parked";

    @Id
    String id = "";

    @Column(name = "store_id")
    String storeId = "";

    @Column(name = "payment_id")
    String paymentId = "";

    String type = "";

    @Column(name = "occurred_at")
    Instant occurredAt = Instant.EPOCH;

    String body = "";
    String state = DUE;
    int attempts;

    @Column(name = "next_at")
    Instant nextAt = Instant.EPOCH;

    /// Given by the feed alone.
    @Column(name = "feed_number", insertable = false, updatable = false)
    @Nullable
    Long feedNumber;

    static EventRow of(WebhookEvent event) {
        var row = new EventRow();
        row.id = event.id();
        row.storeId = event.storeId();
        row.paymentId = event.paymentId().text();
        row.type = event.type();
        row.occurredAt = event.content().occurredAt();
        row.body = event.content().body();
        row.nextAt = event.content().occurredAt();
        return row;
    }

    FeedCursor feedCursor() {
        return new FeedCursor(Objects.requireNonNull(feedNumber), id);
    }

    Delivery delivery() {
        var event = new WebhookEvent(
                id, storeId, new PaymentId(paymentId), type, new WebhookEvent.Content(occurredAt, body));
        return new Delivery(event, attempts);
    }
}
