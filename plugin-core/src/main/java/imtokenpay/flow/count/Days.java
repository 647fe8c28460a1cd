package imtokenpay.flow.count;

import imtokenpay.flow.count.PaymentCounts.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// The days of a period as the clocks of a place show them, of which today is the last.
///
/// @param zone of whole hours, as payments are kept counted by the hour: see [#zone]
public record Days(Period period, ZoneId zone) {
    private static final Duration LOOKED_AT = Duration.ofDays(2 * 366L);
    private static final int HOUR = 3_600;

    /// That zone, or UTC where its clocks have stood aside by half an hour or so within two years.
    public static ZoneId zone(ZoneId zone, Instant now) {
        var rules = zone.getRules();
        var begin = now.minus(LOOKED_AT);
        var offsets = Stream.concat(
                Stream.of(rules.getOffset(begin), rules.getOffset(now)),
                Stream.iterate(rules.nextTransition(begin), at -> rules.nextTransition(at.getInstant()))
                        .takeWhile(at -> at != null && !at.getInstant().isAfter(now.plus(Duration.ofDays(1))))
                        .map(at -> at.getOffsetAfter()));
        return offsets.allMatch(offset -> offset.getTotalSeconds() % HOUR == 0) ? zone : ZoneOffset.UTC;
    }

    /// When the first one begins.
    public Instant from(Instant now) {
        return begin(first(now));
    }

    /// When today ends.
    public Instant until(Instant now) {
        return begin(day(now).plusDays(1));
    }

    /// The same time of day, a period earlier.
    Instant before(Instant moment) {
        return moment.atZone(zone).minusDays(period.days()).toInstant();
    }

    /// The same time of day, a period later.
    Instant after(Instant moment) {
        return moment.atZone(zone).plusDays(period.days()).toInstant();
    }

    /// Whether its bars are so long that most days of UTC lie within one, although they are other days.
    boolean isMixed() {
        return period == Period.YEAR && !zone.equals(ZoneOffset.UTC);
    }

    /// How fine it is counted else: days are kept counted in UTC alone.
    Grain grain() {
        return period == Period.TODAY || !zone.equals(ZoneOffset.UTC) ? Grain.HOUR : Grain.DAY;
    }

    /// Where each of its bars begins. A year's first and last month are cut short; a day has 23 to 25 hours.
    List<Instant> bars(Instant now) {
        return switch (period) {
            case TODAY ->
                Stream.iterate(from(now), at -> at.plus(1, ChronoUnit.HOURS))
                        .takeWhile(at -> at.isBefore(until(now)))
                        .toList();
            case WEEK, MONTH ->
                first(now).datesUntil(day(now).plusDays(1)).map(this::begin).toList();
            case YEAR ->
                Stream.concat(
                                Stream.of(first(now)),
                                Stream.iterate(first(now).withDayOfMonth(1).plusMonths(1), month -> month.plusMonths(1))
                                        .takeWhile(month -> !month.isAfter(day(now))))
                        .map(this::begin)
                        .toList();
        };
    }

    private LocalDate first(Instant now) {
        return day(now).minusDays(period.days() - 1L);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
