package imtokenpay.payment.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.payment.PaymentId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentCursorTest {
    private static final String ID = "pay_0123456789ABCDEFGHJKMNPQRS";

    @Test
    void a_cursor_comes_back_as_it_was() {
        for (var order : PaymentCursor.Order.values()) {
            var cursor = new PaymentCursor(order, Instant.parse("2026-11-23T10:00:00.123456Z"), new PaymentId(ID));
            assertEquals(Optional.of(cursor), PaymentCursor.parse(cursor.text()));
        }
        assertEquals(
                Optional.of(PaymentCursor.newest()),
                PaymentCursor.parse(PaymentCursor.newest().text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n",
                "n 2026-11-23T10:00:00Z pay_7Q",
                "x 2026-11-23T10:00:00Z " + ID,
                "n 2026-13-23T10:00:00Z " + ID,
                "n +1000000000-11-23T10:00Z " + ID,
                "n 2026-11-23T10:00:00Z pay_0123456789ABCDEFGHIJKLMNOP",
                "n 2026-11-23T10:00:00Z " + ID + " "
            })
    void rubbish_is_no_cursor(String parts) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), PaymentCursor.parse(text));
        assertEquals(Optional.empty(), PaymentCursor.parse(parts));
        assertEquals(Optional.empty(), PaymentCursor.parse("%%%" + "a".repeat(10_000)));
    }
}
