package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.setup.ChangeRule;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredChangeTest {
    private static final String HOURS = "imtoken.admin.change-delay-hours";
    private static final String FOUR_EYES = "imtoken.admin.four-eyes";

    @Test
    void a_change_waits_for_a_day_unless_something_else_is_said() {
        assertEquals(new ChangeRule(Duration.ofDays(1), false), rule(Map.of()));
        assertEquals(new ChangeRule(Duration.ZERO, false), rule(Map.of(HOURS, "0")));
        assertEquals(new ChangeRule(Duration.ofDays(7), true), rule(Map.of(HOURS, "168", FOUR_EYES, "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "169", "1.5", "a day"})
    void hours_that_cannot_be_end_the_start(String hours) {
        assertTrue(complaint(Map.of(HOURS, hours)).contains(HOURS + " must be "));
    }

    @Test
    void four_eyes_without_a_delay_would_be_made_by_whoever_has_one_password() {
        assertTrue(complaint(Map.of(HOURS, "0", FOUR_EYES, "true")).contains(HOURS + " must be at least 1"));
    }

    private static String complaint(Map<String, String> keys) {
        return assertThrows(IllegalArgumentException.class, () -> rule(keys)).getMessage();
    }

    private static ChangeRule rule(Map<String, String> keys) {
        return new Wiring().changes(new Settings(new Keys(keys)));
    }
}
