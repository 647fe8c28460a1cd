package imtokenpay.admin.report;

import imtokenpay.flow.report.Span;
import imtokenpay.merchant.Store;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which report somebody wants.
///
/// @param store the store's id; empty for all
/// @param from the first day
/// @param to the last day
record Wish(Kind kind, Format format, Optional<String> store, LocalDate from, LocalDate to, ZoneId zone) {
    /// Twenty years, which is more than books are kept.
    private static final long DAYS_MAX = 7_305;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /// A wish, or what is wrong with it by the field's name, in words for whoever typed it.
    record Outcome(Optional<Wish> wish, Map<String, String> wrong) {}

    /// Reads what was typed or stands in an address.
    ///
    /// @param asked what a field holds; empty if it is not there
    /// @param stores those that there are; where no time zone is told, days are those of the store, or of
    ///     all of them
    static Outcome read(Function<String, String> asked, List<Store> stores) {
        var wrong = new LinkedHashMap<String, String>();
        var kind = Kind.of(asked.apply("kind"));
        var format = Arrays.stream(Format.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(asked.apply("format")))
                .findFirst();
        var store = Optional.of(asked.apply("store")).filter(id -> !id.isEmpty());
        var from = day(asked.apply("from"));
        var to = day(asked.apply("to"));
        var chosen = stores.stream()
                .filter(one -> store.isEmpty() || store.get().equals(one.id()))
                .toList();
        var zone = asked.apply("zone").isBlank() ? Optional.of(Store.zone(chosen)) : zone(asked.apply("zone"));
        note(wrong, "kind", kind.isPresent(), "There is no such report.");
        note(wrong, "format", format.isPresent(), "must be csv or json");
        note(wrong, "store", store.isEmpty() || !chosen.isEmpty(), "There is no such store.");
        note(wrong, "from", from.isPresent(), "must be a day such as 2026-01-01");
        note(wrong, "to", to.isPresent(), "must be a day such as 2026-12-31");
        note(wrong, "zone", zone.isPresent(), "must be a time zone such as Europe/Zurich, Asia/Singapore or UTC");
        if (wrong.isEmpty()) {
            var days = ChronoUnit.DAYS.between(from.orElseThrow(), to.orElseThrow());
            note(wrong, "to", days >= 0, "must not be before the first day");
            note(wrong, "to", days <= DAYS_MAX, "must be within twenty years of the first day");
        }
        return wrong.isEmpty()
                ? new Outcome(
                        Optional.of(new Wish(
                                kind.orElseThrow(),
                                format.orElseThrow(),
                                store,
                                from.orElseThrow(),
                                to.orElseThrow(),
                                zone.orElseThrow())),
                        Map.of())
                : new Outcome(Optional.empty(), wrong);
    }

    /// All of it.
    Span span() {
        return span(from, to);
    }

    /// One day of it.
    Span day(LocalDate day) {
        return span(day, day);
    }

    /// The name of the file.
    String file() {
        return "imtoken-" + kind.word() + "-" + from + "-" + to + "."
                + format.name().toLowerCase(Locale.ROOT);
    }

    // By the zone's own clock: a day on which that is set forward or back has 23 or 25 hours.
    private Span span(LocalDate first, LocalDate last) {
        return new Span(
                store,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static void note(Map<String, String> wrong, String field, boolean isRight, String otherwise) {
        if (!isRight) {
            wrong.putIfAbsent(field, otherwise);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip(), DAY))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() <= 9998);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text.strip()));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
