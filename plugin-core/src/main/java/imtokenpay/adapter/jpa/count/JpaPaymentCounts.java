package imtokenpay.adapter.jpa.count;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts;
import imtokenpay.flow.monitor.Ending;
import imtokenpay.payment.list.PaymentSearch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// Counts in a table, and beside it the hours in which they are out of date: those are counted at the question.
///
/// Why that agrees with the payments: an hour is named in the transaction that changes anything in it, so whoever sees
/// the change and an old count sees the name, too. Whoever counts an hour takes its names away first and looks at the
/// payments then, in one transaction; so what a name told of is in the count, and a name that comes later stays.
@Dependent
public class JpaPaymentCounts implements PaymentCounts {
    private static final int FIGURES = 4;

    private final EntityManager entities;
    private final PaymentSearch search;

    @Inject
    public JpaPaymentCounts(EntityManager entities, PaymentSearch search) {
        this.entities = entities;
        this.search = search;
    }

    @Override
    public List<Count> count(Grain grain, Instant from, Instant until) {
        // The last hour may be cut short: then its payments are counted at the question, too.
        var last = Slots.hour(until);
        var query = entities.createNativeQuery(
                        switch (grain) {
                            case HOUR -> CountTexts.HOURS;
                            case DAY -> CountTexts.DAYS;
                        })
                .setParameter(1, Slots.hourFrom(from))
                .setParameter(2, last)
                .setParameter(3, until.equals(Slots.begin(last)) ? -1L : last);
        if (grain == Grain.DAY) {
            query.setParameter(4, Slots.day(Slots.hourFrom(from) + Slots.HOURS - 1))
                    .setParameter(5, Slots.day(last));
        }
        var counts = new ArrayList<Count>();
        var loose = new ArrayList<Span.Hour>();
        for (var row : query.getResultList()) {
            var fields = (Object[]) row;
            if (fields[1].equals("")) {
                counts.add(count(grain, fields));
            } else {
                loose.add(new Span.Hour((String) fields[1], number(fields[0])));
            }
        }
        Span.of(loose).forEach(span -> live(grain, span, until, counts));
        return counts;
    }

    private void live(Grain grain, Span span, Instant until, List<Count> counts) {
        List<?> rows = entities.createNativeQuery(
                        switch (grain) {
                            case HOUR -> CountTexts.LIVE_HOURS;
                            case DAY -> CountTexts.LIVE_DAYS;
                        })
                .setParameter(1, span.storeId())
                .setParameter(2, span.begin())
                .setParameter(3, span.end(until))
                .getResultList();
        rows.forEach(row -> counts.add(count(grain, (Object[]) row)));
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
                        .setParameter(1, span.storeId())
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
                .setParameter(1, span.storeId())
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

    private static Count count(Grain grain, Object[] fields) {
        var ended = new EnumMap<Ending, Long>(Ending.class);
        var ways = Ending.values();
        for (var i = 0; i < ways.length; i++) {
            var many = number(fields[FIGURES + 1 + i]);
            if (many > 0) {
                ended.put(ways[i], many);
            }
        }
        var hours = grain == Grain.DAY ? Slots.HOURS : 1;
        return new Count(
                Slots.begin(number(fields[0]) * hours),
                (String) fields[2],
                number(fields[3]) == 1,
                number(fields[FIGURES]),
                ended,
                new BigDecimal(fields[FIGURES + 1 + ways.length].toString()));
    }

    private static long number(Object field) {
        return ((Number) field).longValue();
    }
}
