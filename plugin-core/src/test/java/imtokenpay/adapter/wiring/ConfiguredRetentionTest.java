package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredRetentionTest {
    private static final String KEY = "imtoken.retention.days";

    @Test
    void nothing_is_forgotten_unless_it_is_set() {
        assertEquals(Optional.empty(), retention(Map.of()));
        assertEquals(Optional.of(Duration.ofDays(60)), retention(Map.of(KEY, "60")));
        assertEquals(Optional.of(Duration.ofDays(36_500)), retention(Map.of(KEY, "36500")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"59", "0", "-1", "36501", "2147483647", "2147483648", "a year", "90 days"})
    void a_time_that_cannot_be_meant_is_refused(String value) {
        var complaint = assertThrows(IllegalArgumentException.class, () -> retention(Map.of(KEY, value)));
        assertTrue(complaint.getMessage().contains(KEY), complaint.getMessage());
    }

    private static Optional<Duration> retention(Map<String, String> keys) {
        return new Wiring().retention(new Settings(new Keys(keys))).time();
    }
}
