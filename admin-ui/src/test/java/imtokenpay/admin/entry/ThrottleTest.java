package imtokenpay.admin.entry;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final Throttle throttle = new Throttle();

    @Test
    void the_sixth_try_within_a_minute_is_refused() {
        for (var i = 0; i < 5; i++) {
            assertTrue(throttle.admits("ann", 5, START.plusSeconds(i)));
        }
        assertFalse(throttle.admits("ann", 5, START.plusSeconds(5)));
    }

    @Test
    void the_refusal_lasts_a_minute_from_the_last_try_that_was_let_through() {
        tryFiveTimes("ann", START.plusSeconds(50));
        assertFalse(throttle.admits("ann", 5, START.plusSeconds(109)));
        assertTrue(throttle.admits("ann", 5, START.plusSeconds(110)));
    }

    @Test
    void refused_tries_do_not_make_it_longer() {
        tryFiveTimes("ann", START);
        for (var i = 0; i < 60; i++) {
            assertFalse(throttle.admits("ann", 5, START.plusSeconds(i)));
        }
        assertTrue(throttle.admits("ann", 5, START.plusSeconds(60)));
    }

    @Test
    void slow_tries_are_never_refused() {
        for (var i = 0; i < 100; i++) {
            assertTrue(throttle.admits("ann", 5, START.plusSeconds(15L * i)));
        }
    }

    @Test
    void one_guesser_does_not_stop_another_name() {
        tryFiveTimes("ann", START);
        assertTrue(throttle.admits("bob", 5, START));
    }

    @Test
    void success_forgets_what_was_before() {
        tryFiveTimes("ann", START);
        throttle.forget("ann");
        assertTrue(throttle.admits("ann", 5, START));
    }

    @Test
    void it_remembers_a_bounded_number_and_the_newest_of_them() {
        tryFiveTimes("first", START);
        for (var i = 0; i < 9_999; i++) {
            throttle.admits("guest " + i, 5, START);
        }
        assertFalse(throttle.admits("first", 5, START), "10,000 are remembered");
        throttle.admits("one more", 5, START);
        assertTrue(throttle.admits("first", 5, START), "the oldest is forgotten then");
    }

    private void tryFiveTimes(String who, Instant when) {
        for (var i = 0; i < 5; i++) {
            assertTrue(throttle.admits(who, 5, when));
        }
    }
}
