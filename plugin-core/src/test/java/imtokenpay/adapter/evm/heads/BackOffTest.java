package imtokenpay.adapter.evm.heads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(Patience.usual(), new Random(1));

    @Test
    void whoever_never_failed_is_not_waited_for() {
        assertEquals(Duration.ZERO, backOff.pause());
        backOff.failed();
        backOff.forget();
        assertEquals(Duration.ZERO, backOff.pause());
    }

    @Test
    void each_failure_doubles_the_wait_up_to_five_minutes() {
        for (var whole : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            backOff.failed();
            var pause = backOff.pause();
            assertTrue(pause.compareTo(Duration.ofSeconds(whole)) <= 0, pause::toString);
            assertTrue(pause.compareTo(Duration.ofMillis(whole * 500)) >= 0, pause::toString);
        }
        for (var more = 0; more < 100; more++) {
            backOff.failed();
        }
        assertTrue(backOff.pause().compareTo(Duration.ofSeconds(150)) >= 0);
    }

    @Test
    void no_two_wait_for_the_same_time() {
        backOff.failed();
        var pauses = new HashSet<Duration>();
        for (var other = 0; other < 100; other++) {
            pauses.add(backOff.pause());
        }
        assertTrue(pauses.size() > 90);
    }

    @Test
    void a_slow_chain_is_given_four_of_its_blocks_but_never_more_than_ten_times_the_usual() {
        var patience = Patience.usual();
        assertEquals(Duration.ofSeconds(30), patience.silence(Duration.ofSeconds(1)));
        assertEquals(Duration.ofSeconds(48), patience.silence(Duration.ofSeconds(12)));
        assertEquals(Duration.ofSeconds(300), patience.silence(Duration.ofDays(1)));
    }
}
