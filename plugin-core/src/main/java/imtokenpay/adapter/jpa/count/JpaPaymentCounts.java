package imtokenpay.adapter.jpa.count;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts;
import imtokenpay.payment.list.PaymentSearch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Counts in a table, and beside it the hours in which they are out of date: those are counted at the question.
///
/// Why that agrees with the payments: an hour is named in the transaction that changes anything in it, so whoever sees
/// the change and an old count sees the name, too. Whoever counts an hour takes its names away first and looks at the
/// payments then, in one transaction; so what a name told of is in the count, and a name that comes later stays.
@Dependent
public class JpaPaymentCounts implements PaymentCounts {
    private final EntityManager entities;
    private final PaymentSearch search;

    @Inject
    public JpaPaymentCounts(EntityManager entities, PaymentSearch search) {
        this.entities = entities;
        this.search = search;
    }

    @Override
    public List<Count> count(Grain grain, Instant from, Instant until) {
        return new CountReading(entities, grain, until).since(from);
    }

    @Override
    public boolean recount(int hours) {
        takeTurn();
        var stirred = new ArrayList<Span.Hour>();
        for (var row : entities.createNativeQuery(
                        "select distinct s.store_id, s.hour_slot from payment_stir s order by s.store_id, s.hour_slot")
                .setMaxResults(hours)
                .getResultList()) {
            var fields = (Object[]) row;
            stirred.add(new Span.Hour((String) fields[0], number(fields[1])));
        }
        Span.of(stirred).forEach(span -> {
            entities.createNativeQuery(
                            "delete from payment_stir where store_id = ?1 and hour_slot >= ?2 and hour_slot < ?3")
                    .setParameter(1, span.storeId())
                    .setParameter(2, span.from())
                    .setParameter(3, span.until())
                    .executeUpdate();
            keep(span);
        });
        return stirred.size() == hours;
    }

    @Override
    public void review(Instant day) {
        var first = Slots.hour(day);
        for (var store : search.stores()) {
            var span = new Span(store, first, first + Slots.HOURS);
            if (isWrong(span)) {
                takeTurn();
                keep(span);
            }
        }
    }

    private boolean isWrong(Span span) {
        return number(entities.createNativeQuery(CountTexts.WRONG)
                        .setParameter(1, List.of(span.storeId()))
                        .setParameter(2, span.begin())
                        .setParameter(3, span.end(Instant.MAX))
                        .setParameter(4, span.from())
                        .setParameter(5, span.until())
                        .getSingleResult())
                > 0;
    }

    @Override
    public boolean isAnyBefore(Instant moment) {
        return search.stores().stream()
                .anyMatch(store -> !entities.createNativeQuery(
                                "select 1 from payment where store_id = ?1 and opened_at < ?2 fetch first 1 rows only")
                        .setParameter(1, store)
                        .setParameter(2, moment)
                        .getResultList()
                        .isEmpty());
    }

    // Held to the end of the transaction: of two that count one hour at once, the slower one could keep what it saw
    // first
    // while the other takes the name away that told of more.
    private void takeTurn() {
        entities.createNativeQuery("select id from count_turn where id = 1 for update")
                .getSingleResult();
    }

    private void keep(Span span) {
        forget("hour", span.storeId(), span.from(), span.until());
        entities.createNativeQuery(CountTexts.KEEP_HOURS)
                .setParameter(1, List.of(span.storeId()))
                .setParameter(2, span.begin())
                .setParameter(3, span.end(Instant.MAX))
                .executeUpdate();
        var firstDay = Slots.day(span.from());
        var behind = Slots.day(span.until() - 1) + 1;
        forget("day", span.storeId(), firstDay, behind);
        entities.createNativeQuery(CountTexts.KEEP_DAYS)
                .setParameter(1, span.storeId())
                .setParameter(2, firstDay * Slots.HOURS)
                .setParameter(3, behind * Slots.HOURS)
                .executeUpdate();
    }

    private void forget(String grain, String store, long from, long until) {
        entities.createNativeQuery(CountTexts.FORGET)
                .setParameter(1, grain)
                .setParameter(2, store)
                .setParameter(3, from)
                .setParameter(4, until)
                .executeUpdate();
    }

    private static long number(Object field) {
        return ((Number) field).longValue();
    }
}
