package imtokenpay.webhook.told;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a list of deliveries: behind the event with this moment and this id.
public record DeliveryCursor(Instant at, String eventId) {
    /// Before the newest.
    public static final DeliveryCursor NEWEST = new DeliveryCursor(Instant.parse("9999-12-31T23:59:59Z"), "evt_Z");

    private static final int TEXT_MAX = 200;
    private static final Pattern PARTS = Pattern.compile("([0-9TZ:.-]{20,30}) (evt_[0-9A-Za-z_]{1,56})");

    /// Reads the text that a store was given; empty if it is none of ours.
    public static Optional<DeliveryCursor> parse(String text) {
        try {
            return Optional.of(text)
                    .filter(some -> some.length() <= TEXT_MAX)
                    .map(some -> new String(Base64.getUrlDecoder().decode(some), StandardCharsets.US_ASCII))
                    .map(PARTS::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(parts -> new DeliveryCursor(Instant.parse(parts.group(1)), parts.group(2)));
        } catch (IllegalArgumentException | DateTimeException rubbish) {
            return Optional.empty();
        }
    }

    /// As a store is given it: letters, digits, `-` and `_`, and nothing to be read from it.
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + " " + eventId).getBytes(StandardCharsets.US_ASCII));
    }
}
