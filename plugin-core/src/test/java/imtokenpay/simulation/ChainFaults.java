package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.REVERSED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.simulation.Faults.Kind;
import imtokenpay.simulation.SimulatedChain.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What breaks between the chain and us.
abstract class ChainFaults {
    private static final int N = World.CONFIRMATIONS;
    private final Habits habits;
    private final Stage stage;

    ChainFaults(Habits habits) {
        this.habits = habits;
        stage = new Stage(habits);
    }

    @Test
    void f01_a_payment_made_while_the_process_is_down_for_minutes_settles() {
        var id = stage.asks("1.00");
        stage.pays(id).chainGoesOn(Duration.ofMinutes(3)).restarts().reads().is(id, SETTLED);
    }

    @Test
    void f02_a_payment_made_while_the_process_is_down_for_hours_settles_although_its_deadline_is_past() {
        var id = stage.asks("1.00");
        stage.pays(id).chainGoesOn(Duration.ofHours(2)).restarts().reads().is(id, SETTLED);
        assertFalse(stage.events(id).contains("expired"), "nobody was told that it expired meanwhile");
    }

    @Test
    void f03_a_connection_that_drops_in_the_middle_of_a_look_loses_no_payment() {
        var early = stage.asks("1.00");
        var late = stage.asks("2.00");
        stage.pays(early).mines(7).pays(late).mines(N + 1);
        stage.faults.breaks(Kind.OTHER_NODE_READS);
        stage.node.meanwhile(() -> stage.faults.breaks(Kind.NODE_UNAVAILABLE));
        assertFalse(stage.looks());
        stage.is(early, SETTLED).is(late, AWAITING);
        assertFalse(stage.waits(Duration.ofSeconds(30)).looks());
        stage.faults.mends(Kind.NODE_UNAVAILABLE);
        stage.faults.mends(Kind.OTHER_NODE_READS);
        stage.reads().is(early, SETTLED).is(late, SETTLED);
        assertEquals(2, stage.store.committed().transfers().size());
    }

    @Test
    void f04_a_node_that_answers_errors_for_a_minute_delays_and_changes_nothing() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(1);
        stage.faults.breaks(Kind.NODE_UNAVAILABLE);
        for (var i = 0; i < 5; i++) {
            assertFalse(stage.mines(1).looks());
            stage.is(id, AWAITING);
        }
        stage.faults.mends(Kind.NODE_UNAVAILABLE);
        stage.reads().is(id, SETTLED);
    }

    @Test
    void f10_a_reorg_that_drops_the_payment_before_it_settles_takes_it_back() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(2).reads().is(id, CONFIRMING);
        stage.reorgs(2, Fate.DROPPED).reads().is(id, AWAITING);
        stage.chainGoesOn(Duration.ofMinutes(10)).reads().is(id, EXPIRED);
        assertEquals(List.of("confirming", "awaiting", "expired"), stage.events(id));
    }

    @Test
    void f11_a_reorg_that_drops_the_payment_after_it_settled_reverses_it_and_the_shop_is_told() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads().delivers().is(id, SETTLED);
        stage.reorgs(N + 1, Fate.DROPPED).reads().delivers().is(id, REVERSED);
        assertEquals("reversed", stage.shop.orders().get(id.text()).status());
    }

    @Test
    void f12_a_reorg_that_moves_the_payment_to_a_sibling_block_keeps_it() {
        for (var depth : List.of(1, 2)) {
            var world = new Stage(habits);
            var id = world.asks("1.00");
            world.pays(id).mines(depth).reads().is(id, CONFIRMING);
            world.reorgs(depth, Fate.MOVED)
                    .reads()
                    .is(id, CONFIRMING)
                    .mines(N)
                    .reads()
                    .is(id, SETTLED);
            assertEquals(1, world.store.committed().transfers().size());
            assertEquals(List.of("confirming", "settled"), world.events(id));
        }
    }

    @Test
    void f17_two_instances_on_one_database_have_one_effect() {
        var id = stage.asks("1.00");
        var other = stage.start("other");
        stage.pays(id).mines(N);
        stage.faults.breaks(Kind.OTHER_NODE_READS);
        stage.node.meanwhile(() -> {
            stage.faults.mends(Kind.OTHER_NODE_READS);
            // The first one's lease ran out while it waited for the node, as in a long pause of its process.
            stage.waits(Duration.ofSeconds(30));
            other.look(stage.node);
        });
        assertFalse(stage.looks(), "the paused one's commit is refused");
        stage.is(id, SETTLED);
        other.deliver();
        stage.delivers();
        assertEquals(List.of("settled"), stage.events(id));
        assertEquals(1, stage.shop.orders().get(id.text()).paid());
    }

    @Test
    void f19_a_clock_that_is_minutes_off_makes_nobody_late() {
        for (var off : List.of(Duration.ofMinutes(-3), Duration.ofMinutes(3))) {
            var shifted = new Stage(habits);
            shifted.chainClockIs(off);
            var id = shifted.asks("1.00");
            shifted.chainGoesOn(Duration.ofMinutes(4))
                    .reads()
                    .pays(id)
                    .mines(1)
                    .reads()
                    .is(id, CONFIRMING);
            shifted.mines(N).reads().is(id, SETTLED);
        }
    }

    @Test
    void f20_one_lying_provider_of_three_neither_invents_nor_hides_a_payment() {
        for (var manner : LyingNode.Manner.values()) {
            var world = new Stage(habits);
            var paid = world.asks("1.00");
            var unpaid = world.asks("1.00");
            var liar = new LyingNode(
                    world.node,
                    () -> manner,
                    () -> world.payment(unpaid).terms().due());
            var providers = List.of(
                    new Provider("liar", liar), new Provider("second", world.node), new Provider("third", world.node));
            var quorum = new Quorum(providers, 2, world.clock, Runnable::run);
            world.pays(paid).waits(Duration.ofSeconds(20)).mines(N + 1);
            assertTrue(world.start("several").look(quorum));
            world.is(paid, SETTLED).is(unpaid, AWAITING);
        }
    }
}
