package imtokenpay.adapter.jpa.webhook;

import imtokenpay.webhook.trouble.FailedDeliveries;
import imtokenpay.webhook.trouble.FailedDelivery;
import imtokenpay.webhook.trouble.FailedDelivery.Last;
import imtokenpay.webhook.trouble.FailedDelivery.Standing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/// Failed deliveries, read from the outbox's rows.
@Dependent
public class JpaFailedDeliveries implements FailedDeliveries {
    private final EntityManager entities;

    @Inject
    public JpaFailedDeliveries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public List<FailedDelivery> some(int count) {
        return entities.createQuery(
                        "select e, a from EventRow e, AttemptRow a where a.eventId = e.id and a.attempt = e.attempts"
                                + " and e.state in ('due', 'parked') order by e.state desc, e.occurredAt desc, e.id",
                        Object[].class)
                .setMaxResults(count)
                .getResultStream()
                .map(row -> failed((EventRow) row[0], (AttemptRow) row[1]))
                .toList();
    }

    @Override
    public boolean redeliver(String eventId, Instant now) {
        var known = entities.createNativeQuery("update webhook_event set state = 'due', next_at = ?2 where id = ?1")
                .setParameter(1, eventId)
                .setParameter(2, now)
                .executeUpdate();
        entities.createNativeQuery("update webhook_event set next_at = ?2 where state = 'due' and next_at > ?2"
                        + " and payment_id = (select payment_id from webhook_event where id = ?1)")
                .setParameter(1, eventId)
                .setParameter(2, now)
                .executeUpdate();
        return known == 1;
    }

    @Override
    public void hasten(String storeId, Instant now) {
        entities.createNativeQuery(
                        "update webhook_event set next_at = ?2 where state = 'due' and store_id = ?1 and next_at > ?2")
                .setParameter(1, storeId)
                .setParameter(2, now)
                .executeUpdate();
    }

    private static FailedDelivery failed(EventRow event, AttemptRow last) {
        var standing = event.state.equals(EventRow.PARKED) ? new Standing.Parked() : new Standing.Waiting(event.nextAt);
        return new FailedDelivery(
                event.delivery().event(), event.attempts, new Last(last.triedAt, last.outcome), standing);
    }
}
