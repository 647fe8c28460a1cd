package imtokenpay.adapter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Reads `Retry-After`: seconds, or an HTTP date.
final class RetryAfter {
    private RetryAfter() {}

    /// How long to wait, counted from `now`; empty where it says nothing that can be read, or a time that has passed.
    static Optional<Duration> read(String text, Instant now) {
        return (text.matches("[0-9]{1,9}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : until(text, now))
                .filter(Duration::isPositive);
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
