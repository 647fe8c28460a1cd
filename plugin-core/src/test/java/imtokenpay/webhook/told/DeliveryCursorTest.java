package imtokenpay.webhook.told;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryCursorTest {
    @Test
    void a_cursor_comes_back_as_it_was() {
        var cursor = new DeliveryCursor(Instant.parse("2026-11-23T10:00:00.123456Z"), "evt_7Q_12");
        assertEquals(Optional.of(cursor), DeliveryCursor.parse(cursor.text()));
        assertEquals(Optional.of(DeliveryCursor.NEWEST), DeliveryCursor.parse(DeliveryCursor.NEWEST.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-11-23T10:00:00Z",
                "2026-11-23T10:00:00Z pay_7Q",
                "2026-13-23T10:00:00Z evt_7Q_1",
                "2026-11-23T10:00:00Z evt_7Q'1",
                "x evt_7Q_1"
            })
    void rubbish_is_no_cursor(String parts) {
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.empty(), DeliveryCursor.parse(text));
        assertEquals(Optional.empty(), DeliveryCursor.parse(parts));
        assertEquals(Optional.empty(), DeliveryCursor.parse("a".repeat(10_000)));
    }
}
