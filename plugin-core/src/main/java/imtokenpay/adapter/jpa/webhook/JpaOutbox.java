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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The outbox as rows.
@Dependent
public class JpaOutbox implements Outbox {
    private static final int WORKERS = 4;

    private final EntityManager entities;

    @Inject
    public JpaOutbox(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void announce(WebhookEvent event) {
        entities.persist(EventRow.of(event));
    }

    // From store to store by the index: however much waits for one of them, a store is one look.
    @Override
    public List<String> waiting(Instant now) {
        var due = new ArrayList<String>();
        for (var first = firstAfter(""); first.isPresent(); first = firstAfter(first.get().storeId)) {
            if (!first.get().nextAt.isAfter(now)) {
                due.add(first.get().storeId);
            }
        }
        return due;
    }

    // First some of the oldest, by the index and without a lock; H2 would lock all that waits, however few are wanted.
    // More of them than are wanted, since another worker may be taking the first.
    @Override
    public List<Delivery> claim(String storeId, int count, Instant now, Instant until) {
        List<?> oldest = entities.createNativeQuery("select e.id from webhook_event e where e.state = 'due'"
                        + " and e.next_at <= ?1 and e.store_id = ?2 and not exists (select 1 from webhook_event b"
                        + " where b.payment_id = e.payment_id and b.state = 'due' and " + before("b.id", "e.id")
                        + ") order by e.state, e.store_id, e.next_at, e.id fetch first ?3 rows only")
                .setParameter(1, now)
                .setParameter(2, storeId)
                .setParameter(3, count * WORKERS)
                .getResultList();
        if (oldest.isEmpty()) {
            return List.of();
        }
        List<?> ids = entities.createNativeQuery("select e.id from webhook_event e where e.id in (?1)"
                        + " and e.state = 'due' and e.next_at <= ?2 order by e.next_at, e.id"
                        + " fetch first ?3 rows only for update skip locked")
                .setParameter(1, oldest)
                .setParameter(2, now)
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

    private Optional<EventRow> firstAfter(String storeId) {
        return entities.createQuery(
                        "select e from EventRow e where e.state = 'due' and e.storeId > ?1"
                                + " order by e.state, e.storeId, e.nextAt",
                        EventRow.class)
                .setParameter(1, storeId)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private Delivery claimed(String id, Instant until) {
        var row = entities.find(EventRow.class, id);
        row.nextAt = until;
        return row.delivery();
    }
}
