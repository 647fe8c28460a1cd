package imtokenpay.webhook.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far a store has read: the number of an event, and which event that was. So a cursor into a database that was
/// restored from a back-up, or begun anew, is noticed instead of passing over what that database will number again.
///
/// @param number 0 before the first event
/// @param eventId empty before the first event
public record FeedCursor(long number, String eventId) {
    /// Before the first event.
    public static final FeedCursor START = new FeedCursor(0, "");

    private static final int TEXT_MAX = 200;
    private static final Pattern PARTS = Pattern.compile("([1-9][0-9]{0,17}) (evt_[A-Za-z0-9_]{1,60})");

    /// @throws IllegalArgumentException if the number is negative
    public FeedCursor {
        if (number < 0) {
            throw new IllegalArgumentException("events are counted from 1");
        }
    }

    /// Reads the text that a store was given; empty if it is none of ours.
    public static Optional<FeedCursor> parse(String text) {
        if (text.equals(START.text())) {
            return Optional.of(START);
        }
        return Optional.of(text)
                .filter(some -> some.length() <= TEXT_MAX)
                .flatMap(FeedCursor::decoded)
                .map(PARTS::matcher)
                .filter(Matcher::matches)
                .map(parts -> new FeedCursor(Long.parseLong(parts.group(1)), parts.group(2)));
    }

    /// As a store is given it: letters, digits, `-` and `_`, and nothing to be read from it.
    public String text() {
        var parts = number + " " + eventId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
