package imtokenpay.adapter.metrics.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.adapter.metrics.figure.HeardFigures;
import imtokenpay.adapter.metrics.pulse.ChainPulses;
import imtokenpay.adapter.metrics.pulse.OneChain;
import imtokenpay.adapter.metrics.pulse.Patience;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What counts of reorgs and of new transfers.
class ChainFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final BlockRef EIGHT = new BlockRef(8, "0x8", "0x7", NOW.minusSeconds(36));
    private static final BlockRef NINE = new BlockRef(9, "0x9", "0x8", NOW.minusSeconds(24));
    private static final BlockRef TEN = new BlockRef(10, "0xa", "0x9", NOW.minusSeconds(12));
    private static final String OF = "{chain=eip155:1}";

    private final OneChain chain = new OneChain();
    private final HeardFigures figures = new HeardFigures();
    private final ChainPulses pulses = new ChainPulses(chain, new Patience(Duration.ofMinutes(2)), () -> NOW);
    private final ChainFigures chains = new ChainFigures(figures, pulses, chain, () -> NOW);

    @BeforeEach
    void started() {
        pulses.started();
        chains.register(figures);
    }

    @Test
    void what_is_read_on_is_no_reorg() {
        chains.read(tail(EIGHT, NINE), reading(NINE, TEN), 0);
        assertEquals("0", figures.now("imtoken_pay_chain_reorgs_total" + OF));
        assertEquals("0", figures.now("imtoken_pay_transfer_detect_seconds_count" + OF));
    }

    @Test
    void a_reorg_counts_with_the_blocks_that_it_took_back() {
        var other = new BlockRef(9, "0x9b", "0x8", NOW);
        chains.read(tail(EIGHT, NINE, TEN), reading(EIGHT, other), 0);
        assertEquals("1", figures.now("imtoken_pay_chain_reorgs_total" + OF));
        assertEquals("2", figures.now("imtoken_pay_chain_reorg_blocks_total" + OF));
    }

    @Test
    void new_transfers_tell_how_old_their_block_is() {
        chains.read(tail(EIGHT, NINE), reading(NINE, TEN), 2);
        assertEquals("12.000000000", figures.now("imtoken_pay_transfer_detect_seconds_sum" + OF));
        chains.read(tail(EIGHT, NINE), reading(NINE, new BlockRef(10, "0xb", "0x9", NOW.plusSeconds(3))), 1);
        assertEquals("12.000000000", figures.now("imtoken_pay_transfer_detect_seconds_sum" + OF));
        assertEquals("2", figures.now("imtoken_pay_transfer_detect_seconds_count" + OF));
    }

    @Test
    void the_pulse_is_read_when_it_is_asked_for() {
        chain.head = 14;
        pulses.read(tail(EIGHT, NINE), reading(NINE, TEN), 0);
        assertEquals("4", figures.now("imtoken_pay_chain_lag_blocks" + OF));
        assertEquals("12.000000000", figures.now("imtoken_pay_chain_lag_seconds" + OF));
        pulses.rested(OneChain.ID);
        assertEquals("0", figures.now("imtoken_pay_chain_lag_blocks" + OF));
    }

    private static ChainTail tail(BlockRef... blocks) {
        return new ChainTail(List.of(blocks));
    }

    private static Reading reading(BlockRef fork, BlockRef block) {
        var view = new ChainView(OneChain.ID, block.height(), block.time());
        return new Reading(fork, List.of(block), List.of(), view, true);
    }
}
