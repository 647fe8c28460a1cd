package imtokenpay.adapter.metrics.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.metrics.pulse.ChainPulses.Reported;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.flow.monitor.ChainLags.Lag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a chain counts as stalled, and its timer as dead.
class ChainPulsesTest {
    private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
    private static final BlockRef TEN = new BlockRef(10, "0xa", "0x9", START.minusSeconds(12));

    private final OneChain chain = new OneChain();
    private Instant now = START;
    private final ChainPulses pulses = new ChainPulses(chain, new Patience(Duration.ofMinutes(2)), () -> now);

    @Test
    void nothing_is_told_of_chains_before_the_plugin_has_started() {
        pulses.ticked(OneChain.ID);
        assertFalse(pulses.isStarted());
        assertEquals(List.of(), pulses.all());
        pulses.started();
        assertTrue(pulses.isStarted());
        assertEquals(1, pulses.all().size());
    }

    @Test
    void a_chain_that_was_never_read_stalls_so_long_after_the_start() {
        pulses.started();
        after(Duration.ofMinutes(2));
        pulses.ticked(OneChain.ID);
        assertFalse(pulses.isStalled(pulse()));
        after(Duration.ofSeconds(1));
        pulses.ticked(OneChain.ID);
        assertTrue(pulses.isStalled(pulse()));
        assertFalse(pulses.isDead(pulse()), "somebody still tries");
    }

    @Test
    void a_chain_that_is_set_up_later_is_given_its_time() {
        chain.isThere = false;
        pulses.started();
        after(Duration.ofHours(1));
        chain.isThere = true;
        assertFalse(pulses.isStalled(pulse()));
        assertFalse(pulses.isDead(pulse()));
        after(Duration.ofMinutes(2).plusSeconds(1));
        assertTrue(pulses.isStalled(pulse()));
    }

    @Test
    void looks_that_fail_do_not_count_as_caught_up() {
        pulses.started();
        pulses.rested(OneChain.ID);
        after(Duration.ofMinutes(3));
        pulses.ticked(OneChain.ID);
        assertEquals(Duration.ofMinutes(3), pulse().sinceCaughtUp());
        assertEquals(Duration.ZERO, pulse().sinceTick());
    }

    @Test
    void a_timer_that_does_not_come_round_for_ten_minutes_is_dead() {
        pulses.started();
        pulses.rested(OneChain.ID);
        after(Duration.ofMinutes(10));
        assertFalse(pulses.isDead(pulse()));
        after(Duration.ofSeconds(1));
        assertTrue(pulses.isDead(pulse()));
    }

    @Test
    void a_part_of_what_the_node_has_leaves_the_chain_behind() {
        pulses.started();
        chain.head = 25;
        after(Duration.ofMinutes(3));
        read(false);
        assertTrue(pulses.isStalled(pulse()));
        assertEquals(15, pulse().blocksBehind());
        assertEquals(Duration.ofSeconds(192), pulse().behind());
        assertEquals(
                List.of(new Lag(OneChain.ID, 15, Duration.ofSeconds(192), Duration.ofMinutes(3), true)), pulses.lags());
        chain.head = 10;
        read(true);
        assertFalse(pulses.isStalled(pulse()));
        assertEquals(0, pulse().blocksBehind());
    }

    @Test
    void a_chain_that_need_not_be_read_is_not_behind() {
        pulses.started();
        read(true);
        chain.head = 25;
        after(Duration.ofHours(1));
        pulses.rested(OneChain.ID);
        assertEquals(new Reported(OneChain.ID, Duration.ZERO, Duration.ZERO, 0, Duration.ZERO), pulse());
        pulses.ticked(OneChain.ID);
        assertEquals(0, pulse().blocksBehind(), "until it is read again");
    }

    @Test
    void a_block_from_the_future_is_not_behind() {
        pulses.started();
        now = TEN.time().minusSeconds(5);
        read(true);
        assertEquals(Duration.ZERO, pulse().behind());
    }

    private void read(boolean isComplete) {
        var view = new ChainView(OneChain.ID, 10, TEN.time());
        var known =
                new ChainTail(List.of(new BlockRef(9, "0x9", "0x8", TEN.time().minusSeconds(12))));
        pulses.read(known, new Reading(known.last(), List.of(TEN), List.of(), view, isComplete), 0);
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    private Reported pulse() {
        return pulses.all().getFirst();
    }
}
