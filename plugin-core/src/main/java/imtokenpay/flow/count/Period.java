package imtokenpay.flow.count;

import imtokenpay.flow.count.PaymentCounts.Grain;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// How far somebody looks back: whole days in UTC, of which today is the last.
public enum Period {
    /// By the hour.
    TODAY(1),
    /// By the day.
    WEEK(7),
    /// By the day.
    MONTH(30),
    /// By the month.
    YEAR(365);

    private static final int HOURS = 24;

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /// How many days.
    public int days() {
        return days;
    }

    /// The time from the period before to this one.
    public Duration length() {
        return Duration.ofDays(days);
    }

    /// When it begins.
    public Instant from(Instant now) {
        return day(now).minusDays(days - 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /// When it ends: with today.
    public Instant until(Instant now) {
        return from(now).plus(length());
    }

    /// How fine it is counted.
    Grain grain() {
        return this == TODAY ? Grain.HOUR : Grain.DAY;
    }

    /// Where each of its bars begins. A year's first and last month are cut short.
    List<Instant> bars(Instant now) {
        var from = from(now);
        return switch (this) {
            case TODAY ->
                Stream.iterate(from, at -> at.plus(1, ChronoUnit.HOURS))
                        .limit(HOURS)
                        .toList();
            case WEEK, MONTH ->
                Stream.iterate(from, at -> at.plus(1, ChronoUnit.DAYS))
                        .limit(days)
                        .toList();
            case YEAR ->
                Stream.concat(
                                Stream.of(day(from)),
                                Stream.iterate(day(from).withDayOfMonth(1).plusMonths(1), first -> first.plusMonths(1))
                                        .takeWhile(first -> !first.isAfter(day(now))))
                        .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC))
                        .toList();
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
