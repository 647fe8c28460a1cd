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
    public List<String> waiting(Instant now) {
        List<?> stores = entities.createNativeQuery(
                        "select distinct store_id from webhook_event where state = 'due' and next_at <= ?1")
                .setParameter(1, now)
                .getResultList();
        return stores.stream().map(String.class::cast).toList();
    }

    @Override
    public List<Delivery> claim(String storeId, int count, Instant now, Instant until) {
        List<?> ids = entities.createNativeQuery("select e.id from webhook_event e where e.state = 'due'"
                        + " and e.next_at <= ?1 and e.store_id = ?2 and not exists (select 1 from webhook_event b"
                        + " where b.payment_id = e.payment_id and b.state = 'due' and " + before("b.id", "e.id")
                        + ") order by e.next_at, e.id fetch first ?3 rows only for update skip locked")
                .setParameter(1, now)
                .setParameter(2, storeId)
                .setParameter(3, count)
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
            follow(row, attempt);
        }
    }

    // An id ends with the number of its event: of two ids of one payment, the longer one is the later one.
    private static String before(String earlier, String later) {
        return "(length(" + earlier + ") < length(" + later + ") or length(" + earlier + ") = length(" + later + ")"
                + " and " + earlier + " < " + later + ")";
    }

    // What waits behind it is due when it is, or at once when it has ended: a store that is away for days is not asked
    // for all that waits there four times a second.
    private void follow(EventRow row, Attempt attempt) {
        entities.flush();
        entities.createNativeQuery("update webhook_event set next_at = ?1 where payment_id = ?2 and state = 'due' and "
                        + before("?3", "id"))
                .setParameter(1, row.state.equals(EventRow.DUE) ? row.nextAt : attempt.at())
                .setParameter(2, row.paymentId)
                .setParameter(3, row.id)
                .executeUpdate();
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
