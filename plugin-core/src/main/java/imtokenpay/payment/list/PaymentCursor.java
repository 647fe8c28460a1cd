package imtokenpay.payment.list;

import imtokenpay.payment.PaymentId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A place in a list of payments: behind the one with this moment and this id. Nothing of it is kept, so that a page
/// needs no counting from the begin.
///
/// @param at when the payment was opened or changed, as the order says
public record PaymentCursor(Order order, Instant at, PaymentId id) {
    /// In which order payments are listed.
    public enum Order {
        /// The newest first.
        NEWEST("n"),
        /// The one whose change is longest ago first: whoever reads on meets every change.
        CHANGED("c");

        private final String letter;

        Order(String letter) {
            this.letter = letter;
        }
    }

    private static final int TEXT_MAX = 120;
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");
    private static final PaymentId LAST_ID = new PaymentId("pay_" + "Z".repeat(26));
    private static final Pattern PARTS = Pattern.compile("([nc]) ([0-9TZ:.-]{20,30}) (pay_[0-9A-Z]{26})");

    /// Before the newest payment.
    public static PaymentCursor newest() {
        return new PaymentCursor(Order.NEWEST, LAST_MOMENT, LAST_ID);
    }

    /// Behind all that changed until then.
    public static PaymentCursor changedAfter(Instant moment) {
        return new PaymentCursor(Order.CHANGED, moment, LAST_ID);
    }

    /// Reads the text that a store was given; empty if it is none of ours.
    public static Optional<PaymentCursor> parse(String text) {
        return Optional.of(text)
                .filter(some -> some.length() <= TEXT_MAX)
                .flatMap(PaymentCursor::decoded)
                .map(PARTS::matcher)
                .filter(parts -> parts.matches() && PaymentId.isOne(parts.group(3)))
                .flatMap(parts -> of(parts.group(1), parts.group(2), new PaymentId(parts.group(3))));
    }

    /// As a store is given it: letters, digits, `-` and `_`, and nothing to be read from it.
    public String text() {
        var parts = order.letter + " " + at + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<PaymentCursor> of(String letter, String moment, PaymentId id) {
        try {
            var at = Instant.parse(moment);
            return Arrays.stream(Order.values())
                    .filter(order -> order.letter.equals(letter))
                    .map(order -> new PaymentCursor(order, at, id))
                    .findFirst();
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
