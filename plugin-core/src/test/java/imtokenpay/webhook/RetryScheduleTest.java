package imtokenpay.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.webhook.Attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
    private static final int FAILURES_MAX = 11;
    private static final Attempt FAILED = attempt(new Outcome.Answered(500));
    private static final RandomGenerator LOWEST = () -> 0;

    @Test
    void twelve_attempts_stretch_over_three_days_and_then_it_is_given_up() {
        var sum = Duration.ZERO;
        for (var failed = 1; failed <= FAILURES_MAX; failed++) {
            sum = sum.plus(pause(failed, FAILED, LOWEST));
        }
        assertEquals(Duration.parse("PT75H37M35S"), sum);
        assertEquals(Optional.empty(), RetrySchedule.pauseAfter(FAILURES_MAX + 1, FAILED, LOWEST));
    }

    @Test
    void a_hiccup_costs_seconds() {
        assertEquals(Duration.ofSeconds(5), pause(1, FAILED, LOWEST));
        assertEquals(Duration.ofSeconds(30), pause(2, FAILED, LOWEST));
    }

    @Test
    void what_failed_together_does_not_come_again_together() {
        var random = new SplittableRandom(1);
        var pauses = new HashSet<Duration>();
        for (var i = 0; i < 1_000; i++) {
            var pause = pause(4, FAILED, random);
            assertFalse(pause.compareTo(Duration.ofMinutes(5)) < 0, "never sooner than promised");
            assertFalse(pause.compareTo(Duration.ofMinutes(6)) > 0, "never more than a fifth later");
            pauses.add(pause);
        }
        assertTrue(pauses.size() > 900, "only " + pauses.size() + " different pauses of 1,000");
    }

    @Test
    void a_store_that_asks_for_a_longer_pause_gets_it() {
        assertEquals(Duration.ofMinutes(10), pause(1, asked(Duration.ofMinutes(10)), LOWEST));
    }

    @Test
    void a_store_that_asks_for_a_shorter_pause_does_not_get_it() {
        assertEquals(Duration.ofMinutes(5), pause(4, asked(Duration.ofSeconds(1)), LOWEST));
    }

    @Test
    void no_store_can_ask_for_more_than_a_day() {
        assertEquals(Duration.ofHours(24), pause(1, asked(Duration.ofDays(3_650)), LOWEST));
    }

    @Test
    void asking_for_a_pause_makes_the_end_no_later() {
        assertEquals(Optional.empty(), RetrySchedule.pauseAfter(FAILURES_MAX + 1, asked(Duration.ofHours(1)), LOWEST));
    }

    private static Duration pause(int failed, Attempt last, RandomGenerator random) {
        return RetrySchedule.pauseAfter(failed, last, random).orElseThrow();
    }

    private static Attempt asked(Duration pause) {
        return attempt(new Outcome.AskedToWait(429, pause));
    }

    private static Attempt attempt(Outcome outcome) {
        return new Attempt(Instant.EPOCH, outcome);
    }
}
