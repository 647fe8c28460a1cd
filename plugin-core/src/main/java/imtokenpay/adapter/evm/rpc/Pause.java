package imtokenpay.adapter.evm.rpc;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;

/// The pause that a node asked for (`Retry-After`, RFC 9110). Asking on all the same would only prolong it.
final class Pause {
    // A node that asks for more is asked again after this, else one wrong answer would silence a chain.
    private static final Duration LENGTH_MAX = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final AtomicReference<Instant> end = new AtomicReference<>(Instant.MIN);

    Pause(InstantSource clock) {
        this.clock = clock;
    }

    /// Begins one of that length, in seconds or up to a date; what is not understood begins none.
    void begin(String retryAfter) {
        var now = clock.instant();
        var until = until(retryAfter.strip(), now);
        var latest = now.plus(LENGTH_MAX);
        end.set(until.isBefore(latest) ? until : latest);
    }

    /// @throws ChainUnavailable while it lasts
    void check() {
        var now = clock.instant();
        if (now.isBefore(end.get())) {
            throw new ChainUnavailable(
                    Reason.LIMIT,
                    "the node asked for a pause of "
                            + Duration.between(now, end.get()).toSeconds() + " s more");
        }
    }

    private static Instant until(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return now.plusSeconds(Long.parseLong(text));
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException neither) {
            return now;
        }
    }
}
