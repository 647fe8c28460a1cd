package imtokenpay.merchant.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SecondFactorTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final FactorSecret SECRET = FactorSecret.random(new Random(7));

    private final SecondFactor fresh = SecondFactor.fresh(SECRET, NOW);

    @Test
    void a_code_is_taken_once_and_none_before_it() {
        var used = fresh.taking(code(0), NOW).orElseThrow();
        assertEquals(Optional.empty(), used.taking(code(0), NOW));
        assertEquals(Optional.empty(), used.taking(code(-1), NOW));
        assertEquals(Optional.empty(), used.taking(code(0), NOW.plusSeconds(30)));
        assertTrue(used.taking(code(1), NOW).isPresent());
    }

    @Test
    void ten_wrong_codes_close_the_door_for_an_hour() {
        var late = NOW.plusSeconds(1_800);
        var guessed = missed(missed(fresh, 9, NOW), 1, late);
        assertEquals(Optional.empty(), guessed.taking(codeAt(late), late));
        var almost = NOW.plusSeconds(3_599);
        assertEquals(Optional.empty(), guessed.taking(codeAt(almost), almost));
        var over = NOW.plusSeconds(3_600);
        assertTrue(guessed.taking(codeAt(over), over).isPresent());
        assertEquals(1, guessed.missed(1, over).use().wrong());
        assertEquals(over, guessed.missed(1, over).use().wrongSince());
    }

    @Test
    void nine_wrong_codes_do_not_and_a_right_one_does_not_make_room_for_more() {
        var guessed = missed(fresh, 9, NOW);
        var taken = guessed.taking(code(0), NOW).orElseThrow();
        assertEquals(Optional.empty(), taken.missed(1, NOW).taking(code(1), NOW));
    }

    @Test
    void tries_without_the_password_count_for_nothing() {
        var guessed = fresh;
        for (var i = 0; i < 100; i++) {
            guessed = guessed.missed(0, NOW);
        }
        assertEquals(fresh, guessed);
    }

    private static SecondFactor missed(SecondFactor factor, int times, Instant when) {
        var after = factor;
        for (var i = 0; i < times; i++) {
            after = after.missed(1, when);
        }
        return after;
    }

    private static String code(int steps) {
        return Totp.code(SECRET, Totp.step(NOW) + steps);
    }

    private static String codeAt(Instant when) {
        return Totp.code(SECRET, Totp.step(when));
    }
}
