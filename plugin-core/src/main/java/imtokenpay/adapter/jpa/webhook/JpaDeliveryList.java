package imtokenpay.adapter.jpa.webhook;

import imtokenpay.payment.PaymentId;
import imtokenpay.webhook.told.DeliveryCursor;
import imtokenpay.webhook.told.DeliveryList;
import imtokenpay.webhook.told.DeliveryPage;
import imtokenpay.webhook.told.ToldEvent;
import imtokenpay.webhook.told.ToldEvent.Last;
import imtokenpay.webhook.told.ToldEvent.Standing;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Deliveries, read from the outbox's rows by an index that has their order.
@Dependent
public class JpaDeliveryList implements DeliveryList {
    private final EntityManager entities;

    @Inject
    public JpaDeliveryList(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public DeliveryPage page(String storeId, DeliveryCursor after, int count) {
        // One bound for the index, and what is left at that very moment: an `or` would be read from the begin.
        var rows = entities.createQuery(
                        "select e from EventRow e where e.storeId = ?1 and e.occurredAt <= ?2"
                                + " and (e.occurredAt < ?2 or e.id < ?3)"
                                + " order by e.storeId, e.occurredAt desc, e.id desc",
                        EventRow.class)
                .setParameter(1, storeId)
                .setParameter(2, after.at())
                .setParameter(3, after.eventId())
                .setMaxResults(count + 1)
                .getResultList();
        var shown = rows.stream().limit(count).toList();
        var cursor = shown.isEmpty() ? after : new DeliveryCursor(shown.getLast().occurredAt, shown.getLast().id);
        return new DeliveryPage(told(shown), cursor, rows.size() > count);
    }

    @Override
    public List<ToldEvent> of(PaymentId payment) {
        return told(entities.createQuery(
                        "select e from EventRow e where e.paymentId = ?1 order by e.occurredAt, length(e.id), e.id",
                        EventRow.class)
                .setParameter(1, payment.text())
                .getResultList());
    }

    @Override
    public Optional<ToldEvent> one(String storeId, String eventId) {
        return Optional.ofNullable(entities.find(EventRow.class, eventId))
                .filter(row -> row.storeId.equals(storeId))
                .map(row -> told(List.of(row)).getFirst());
    }

    private List<ToldEvent> told(List<EventRow> rows) {
        var last = last(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> new ToldEvent(
                        row.delivery().event(), row.attempts, Optional.ofNullable(last.get(row.id)), standing(row)))
                .toList();
    }

    private Map<String, Last> last(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select a from EventRow e, AttemptRow a where e.id in ?1 and a.eventId = e.id"
                                + " and a.attempt = e.attempts",
                        AttemptRow.class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.eventId, row -> new Last(row.triedAt, row.outcome)));
    }

    private static Standing standing(EventRow row) {
        return switch (row.state) {
            case EventRow.DELIVERED -> new Standing.Delivered();
            case EventRow.PARKED -> new Standing.GivenUp();
            case EventRow.DUE -> new Standing.Waiting(row.nextAt);
            default ->
                throw new IllegalStateException("event " + row.id + " is in no state that we know: " + row.state);
        };
    }
}
