package imtokenpay.flow.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.money.ChainId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StrideTest {
    private static final ChainId CHAIN = new ChainId("eip155:1");
    private static final Duration LONG = Duration.ofSeconds(6);
    private static final Duration SHORT = Duration.ofMillis(999);
    private final Stride stride = new Stride();

    @Test
    void a_reading_that_took_long_makes_the_next_one_half_as_long_as_it_was() {
        stride.took(CHAIN, 100, LONG);
        assertEquals(50, stride.of(CHAIN));
    }

    @Test
    void one_block_is_the_least() {
        stride.took(CHAIN, 1, LONG);
        stride.took(CHAIN, 0, LONG);
        assertEquals(1, stride.of(CHAIN));
    }

    @Test
    void a_reading_that_was_quick_and_came_as_far_as_it_might_is_followed_by_a_longer_one() {
        stride.took(CHAIN, 100, LONG);
        stride.took(CHAIN, 50, SHORT);
        assertEquals(100, stride.of(CHAIN));
        stride.took(CHAIN, 99, SHORT);
        assertEquals(100, stride.of(CHAIN), "the reader itself stopped before");
    }

    @Test
    void a_reading_that_failed_after_a_long_time_may_have_asked_for_too_much() {
        stride.failed(CHAIN, LONG);
        assertEquals(Stride.BLOCKS_AT_FIRST / 2, stride.of(CHAIN));
        stride.failed(CHAIN, SHORT);
        assertEquals(Stride.BLOCKS_AT_FIRST / 2, stride.of(CHAIN));
    }

    @Test
    void no_stride_is_beyond_the_bound() {
        for (var i = 0; i < 30; i++) {
            stride.took(CHAIN, stride.of(CHAIN), SHORT);
        }
        assertEquals(Stride.BLOCKS_MAX, stride.of(CHAIN));
    }

    @Test
    void a_reading_in_between_changes_nothing_and_chains_learn_apart() {
        stride.took(CHAIN, 100, Duration.ofSeconds(3));
        stride.took(new ChainId("eip155:10"), 100, LONG);
        assertEquals(Stride.BLOCKS_AT_FIRST, stride.of(CHAIN));
    }
}
