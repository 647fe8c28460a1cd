package imtokenpay.admin.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.Optional;

/// A day or a minute that somebody has typed, by the clocks of a time zone.
///
/// @param day whether it is a whole day
/// @param time its begin
record Moments(boolean day, LocalDateTime time) {
    private static final DateTimeFormatter DAY = format("uuuu-MM-dd");
    private static final DateTimeFormatter MINUTE = format("uuuu-MM-dd HH:mm");
    // What every database can hold, whatever the zone, and no shop's payments are outside of.
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 9998;

    /// Such as `2026-12-01` or `2026-12-01 08:00`, of the years 2000 to 9998; empty for anything else.
    static Optional<Moments> read(String text) {
        var plain = text.strip().replace('T', ' ');
        try {
            var read = plain.indexOf(' ') < 0
                    ? new Moments(true, LocalDate.parse(plain, DAY).atStartOfDay())
                    : new Moments(false, LocalDateTime.parse(plain, MINUTE));
            var year = read.time.getYear();
            return Optional.of(read).filter(one -> year >= YEAR_MIN && year <= YEAR_MAX);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /// When it begins. Where clocks are set back and it comes twice, the first time.
    Instant begin(ZoneId zone) {
        return day
                ? time.toLocalDate().atStartOfDay(zone).toInstant()
                : gap(zone).orElseGet(() -> time.atZone(zone).toInstant());
    }

    /// When it is over. Where clocks are set back and it comes twice, the second time.
    Instant end(ZoneId zone) {
        return day
                ? time.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant()
                : gap(zone)
                        .orElseGet(() -> time.atZone(zone)
                                .withLaterOffsetAtOverlap()
                                .plusMinutes(1)
                                .toInstant());
    }

    // A minute that clocks leave out when they are set forward is where they are.
    private Optional<Instant> gap(ZoneId zone) {
        return Optional.ofNullable(zone.getRules().getTransition(time))
                .filter(ZoneOffsetTransition::isGap)
                .map(ZoneOffsetTransition::getInstant);
    }

    /// As it stands in an address, such as `2026-12-01T08:00`.
    String text() {
        return day ? DAY.format(time) : MINUTE.format(time).replace(' ', 'T');
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
