package imtokenpay.chain.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.BlockRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainTailTest {
    private static final Instant GENESIS = Instant.parse("2026-11-30T10:00:00Z");

    @Test
    void a_block_takes_what_the_newest_ones_took_on_average_also_where_some_are_left_out() {
        var tail = new ChainTail(List.of(block(10, 0), block(11, 10), block(20, 120)));
        assertEquals(Optional.of(Duration.ofSeconds(12)), tail.blockTime());
    }

    @Test
    void one_block_alone_and_blocks_of_one_moment_tell_nothing() {
        assertEquals(Optional.empty(), new ChainTail(List.of(block(10, 0))).blockTime());
        assertEquals(Optional.empty(), new ChainTail(List.of(block(10, 5), block(11, 5))).blockTime());
        assertEquals(Optional.empty(), new ChainTail(List.of(block(10, 5), block(11, 4))).blockTime());
    }

    @Test
    void a_block_is_overdue_after_two_minutes_on_a_fast_chain() {
        var tail = new ChainTail(List.of(block(10, 0), block(11, 12)));
        assertFalse(tail.isOverdue(GENESIS, GENESIS.plusSeconds(12 + 120)));
        assertTrue(tail.isOverdue(GENESIS, GENESIS.plusSeconds(12 + 121)));
    }

    @Test
    void a_block_is_overdue_on_a_slow_chain_when_six_are_missing() {
        var tail = new ChainTail(List.of(block(10, 0), block(11, 600)));
        assertFalse(tail.isOverdue(GENESIS, GENESIS.plusSeconds(600 + 3_600)));
        assertTrue(tail.isOverdue(GENESIS, GENESIS.plusSeconds(600 + 3_601)));
    }

    @Test
    void where_nobody_knows_how_long_a_block_takes_two_minutes_are_long_enough() {
        assertTrue(new ChainTail(List.of(block(10, 0))).isOverdue(GENESIS, GENESIS.plusSeconds(121)));
    }

    @Test
    void who_has_just_come_sees_no_block_overdue_however_long_nobody_read() {
        var tail = new ChainTail(List.of(block(10, 0), block(11, 12)));
        var opened = GENESIS.plusSeconds(86_400);
        assertFalse(tail.isOverdue(opened, opened.plusSeconds(120)));
        assertTrue(tail.isOverdue(opened, opened.plusSeconds(121)));
    }

    private static BlockRef block(long height, long seconds) {
        return new BlockRef(height, "0x" + height, "0x" + (height - 1), GENESIS.plusSeconds(seconds));
    }
}
