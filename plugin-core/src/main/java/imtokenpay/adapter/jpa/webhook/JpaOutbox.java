package imtokenpay.adapter.jpa.webhook;

import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.Outbox;
import imtokenpay.webhook.WebhookEvent;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;

/// The outbox as rows.
@Dependent
public class JpaOutbox implements Outbox {
    private final EntityManager entities;

    @Inject
    public JpaOutbox(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void announce(WebhookEvent event) {
        entities.persist(EventRow.of(event));
    }

    @Override
    public List<Delivery> claim(int count, Instant now, Instant until) {
        List<?> ids = entities.createNativeQuery("select id from webhook_event where state = 'due' and next_at <= ?1"
                        + " order by next_at, id fetch first ?2 rows only for update skip locked")
                .setParameter(1, now)
                .setParameter(2, count)
                .getResultList();
        return ids.stream().map(id -> claimed((String) id, until)).toList();
    }

    @Override
    public void attempted(Delivery delivery, Attempt attempt, Next next) {
        var row = entities.find(EventRow.class, delivery.event().id(), LockModeType.PESSIMISTIC_WRITE);
        row.attempts++;
        entities.persist(AttemptRow.of(row.id, row.attempts, attempt));
        // What one worker has delivered stays delivered, however another's slow attempt ends.
        if (!row.state.equals(EventRow.DELIVERED)) {
            follow(row, next);
        }
    }

    private static void follow(EventRow row, Next next) {
        switch (next) {
            case Next.Retry(Instant at) -> row.nextAt = at;
            case Next.Delivered() -> row.state = EventRow.DELIVERED;
            case Next.Parked() -> row.state = EventRow.PARKED;
        }
    }

    private Delivery claimed(String id, Instant until) {
        var row = entities.find(EventRow.class, id);
        row.nextAt = until;
        return row.delivery();
    }
}
