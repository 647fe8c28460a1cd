package imtokenpay.adapter.jpa.count;

import imtokenpay.flow.count.Count;
import imtokenpay.flow.count.PaymentCounts.Grain;
import imtokenpay.flow.monitor.Ending;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// Reads counts from the coarse to the fine: days of which every hour is counted, then the counted hours of the others,
/// then the payments of those that are not. Each question tells, together with what it found, what is left to the next
/// one; so whatever is counted in between, every payment is in one answer.
final class CountReading {
    private static final int FIGURES = 4;

    private final EntityManager entities;
    private final Grain grain;
    private final Instant until;
    private final List<Count> counts = new ArrayList<>();
    private final List<Span.Hour> loose = new ArrayList<>();

    CountReading(EntityManager entities, Grain grain, Instant until) {
        this.entities = entities;
        this.grain = grain;
        this.until = until;
    }

    List<Count> since(Instant from) {
        var first = Slots.hour(from);
        var last = Slots.hour(until);
        switch (grain) {
            case HOUR -> take(slots(CountTexts.HOURS, first, last), 1, loose);
            case DAY -> {
                days(Slots.day(first), Slots.day(last));
                var today = Slots.day(last) * Slots.HOURS;
                if (today < last) {
                    take(slots(CountTexts.HOURS_BY_DAY, today, last), Slots.HOURS, loose);
                }
            }
        }
        if (Slots.begin(last).isBefore(until)) {
            cutShort(last);
        }
        together(loose, this::live);
        return counts;
    }

    // Its count says too much.
    private void cutShort(long hour) {
        for (var store : entities.createNativeQuery(CountTexts.STORES)
                .setParameter(1, hour)
                .getResultList()) {
            loose.add(new Span.Hour((String) store, hour));
        }
    }

    private void days(long from, long until) {
        var stirred = new ArrayList<Span.Hour>();
        take(slots(CountTexts.DAYS, from, until), Slots.HOURS, stirred);
        together(stirred, (days, stores) -> {
            var query = slots(CountTexts.HOURS_OF_STORES, days.from() * Slots.HOURS, days.until() * Slots.HOURS);
            take(query.setParameter(3, stores), Slots.HOURS, loose);
        });
    }

    private Query slots(String text, long from, long until) {
        return entities.createNativeQuery(text).setParameter(1, from).setParameter(2, until);
    }

    // What is left is often the same of all stores.
    private static void together(List<Span.Hour> left, BiConsumer<Span, List<String>> next) {
        Span.of(left).stream()
                .collect(Collectors.groupingBy(
                        span -> new Span("", span.from(), span.until()),
                        Collectors.mapping(Span::storeId, Collectors.toList())))
                .forEach(next);
    }

    private void live(Span span, List<String> stores) {
        var query = entities.createNativeQuery(
                switch (grain) {
                    case HOUR -> CountTexts.LIVE_HOURS;
                    case DAY -> CountTexts.LIVE_DAYS;
                });
        query.setParameter(1, stores).setParameter(2, span.begin()).setParameter(3, span.end(until));
        take(query, length(), new ArrayList<>());
    }

    // A row with a store is not a count, but a slot of that store that is left to the next question.
    private void take(Query query, long hours, List<Span.Hour> left) {
        for (var row : query.getResultList()) {
            var fields = (Object[]) row;
            if (fields[1].equals("")) {
                counts.add(count(fields, hours));
            } else {
                left.add(new Span.Hour((String) fields[1], number(fields[0])));
            }
        }
    }

    private long length() {
        return switch (grain) {
            case HOUR -> 1;
            case DAY -> Slots.HOURS;
        };
    }

    private static Count count(Object[] fields, long hours) {
        var ended = new EnumMap<Ending, Long>(Ending.class);
        var ways = Ending.values();
        for (var i = 0; i < ways.length; i++) {
            var many = number(fields[FIGURES + 1 + i]);
            if (many > 0) {
                ended.put(ways[i], many);
            }
        }
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
