package imtokenpay.adapter.jpa.payment;

import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentCursor.Order;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.payment.list.PaymentPage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Pages of payments, each by an index that has its order: a page begins where the one before ended, whatever its
/// number.
@Dependent
public class JpaPaymentList implements PaymentList {
    // Asked for as one bound and what is left at that very moment: an `or` of the two would be read from the begin.
    private static final String OLDER = " and p.openedAt <= :at and (p.openedAt < :at or p.id < :id)";
    private static final String LATER = " and p.updatedAt >= :at and (p.updatedAt > :at or p.id > :id)";
    private static final String SOME = "select p from PaymentRow p where p.storeId = :store";
    private static final Comparator<PaymentRow> NEWEST_FIRST = Comparator.<PaymentRow, Instant>comparing(
                    row -> row.openedAt)
            .thenComparing(row -> row.id)
            .reversed();

    private final EntityManager entities;

    @Inject
    public JpaPaymentList(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public PaymentPage page(PaymentFilter filter, PaymentCursor after, int count) {
        // One more than wanted tells whether there are more.
        var rows = rows(filter, after, count + 1);
        var shown = rows.stream().limit(count).toList();
        return new PaymentPage(
                shown.stream().map(PaymentMapping::payment).toList(),
                shown.isEmpty() ? after : behind(after.order(), shown.getLast()),
                rows.size() > count);
    }

    private List<PaymentRow> rows(PaymentFilter filter, PaymentCursor after, int count) {
        return switch (after.order()) {
            case CHANGED ->
                rows(
                        some(filter) + ofOrder(filter) + " and p.status in :statuses" + LATER
                                + " order by p.storeId, p.updatedAt, p.id",
                        filter,
                        after,
                        count);
            case NEWEST -> newest(filter, after, count);
        };
    }

    private List<PaymentRow> newest(PaymentFilter filter, PaymentCursor after, int count) {
        if (filter.orderRef().isPresent()) {
            return rows(
                    some(filter) + ofOrder(filter) + " and p.status in :statuses" + OLDER
                            + " order by p.storeId, p.orderRef, p.openedAt desc, p.id desc",
                    filter,
                    after,
                    count);
        }
        if (filter.statuses().isEmpty()) {
            return rows(some(filter) + OLDER + " order by p.storeId, p.openedAt desc, p.id desc", filter, after, count);
        }
        // A standing that few payments have is found without reading all the others: each by the index of its own.
        return filter.statuses().stream()
                .map(status -> new PaymentFilter(filter.storeId(), filter.orderRef(), Set.of(status), filter.opened()))
                .flatMap(one -> standing(one, after, count))
                .sorted(NEWEST_FIRST)
                .limit(count)
                .toList();
    }

    private Stream<PaymentRow> standing(PaymentFilter one, PaymentCursor after, int count) {
        return rows(
                some(one) + " and p.status in :statuses" + OLDER
                        + " order by p.storeId, p.status, p.openedAt desc, p.id desc",
                one,
                after,
                count)
                .stream();
    }

    private List<PaymentRow> rows(String question, PaymentFilter filter, PaymentCursor after, int count) {
        var query = entities.createQuery(question, PaymentRow.class)
                .setParameter("store", filter.storeId())
                .setParameter("at", after.at())
                .setParameter("id", after.id().text())
                .setMaxResults(count);
        filter.opened().from().ifPresent(from -> query.setParameter("from", from));
        filter.opened().until().ifPresent(until -> query.setParameter("until", until));
        filter.orderRef().ifPresent(order -> query.setParameter("order", order));
        if (question.contains(":statuses")) {
            query.setParameter("statuses", words(filter.statuses()));
        }
        return query.getResultList();
    }

    private static String some(PaymentFilter filter) {
        return SOME
                + (filter.opened().from().isPresent() ? " and p.openedAt >= :from" : "")
                + (filter.opened().until().isPresent() ? " and p.openedAt < :until" : "");
    }

    private static String ofOrder(PaymentFilter filter) {
        return filter.orderRef().map(order -> " and p.orderRef = :order").orElse("");
    }

    private static List<String> words(Set<PaymentStatus> statuses) {
        return (statuses.isEmpty() ? EnumSet.allOf(PaymentStatus.class) : statuses)
                .stream().map(PaymentStatus::word).toList();
    }

    private static PaymentCursor behind(Order order, PaymentRow row) {
        var at = switch (order) {
            case NEWEST -> row.openedAt;
            case CHANGED -> row.updatedAt;
        };
        return new PaymentCursor(order, at, new PaymentId(row.id));
    }
}
