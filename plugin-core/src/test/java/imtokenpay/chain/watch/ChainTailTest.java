package imtokenpay.chain.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

    private static BlockRef block(long height, long seconds) {
        return new BlockRef(height, "0x" + height, "0x" + (height - 1), GENESIS.plusSeconds(seconds));
    }
}
