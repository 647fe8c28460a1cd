package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.REVERSED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.simulation.Faults.Kind;
import imtokenpay.simulation.SimulatedChain.Fate;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The faults by which payment plugins lose money or invent it, each as one story of the production classes.
class FaultMatrixTest {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage = new Stage();

    @Test
    void f01_a_payment_made_while_the_process_is_down_for_minutes_settles() {
        var id = stage.asks("1.00");
        stage.pays(id).chainGoesOn(Duration.ofMinutes(3)).restarts().reads().is(id, SETTLED);
    }

    @Test
    void f02_a_payment_made_while_the_process_is_down_for_hours_settles_although_its_deadline_is_past() {
        var id = stage.asks("1.00");
        stage.pays(id).chainGoesOn(Duration.ofHours(2)).restarts().reads().is(id, SETTLED);
        assertEquals(
                List.of("settled"),
                stage.events(id).stream().distinct().filter("settled"::equals).toList());
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
    void f06_a_payment_mined_before_the_deadline_and_seen_after_it_is_in_time() {
        var id = stage.asks("1.00");
        stage.reads()
                .waits(Duration.ofSeconds(280))
                .pays(id)
                .mines(1)
                .waits(Duration.ofSeconds(60))
                .mines(1);
        stage.reads().is(id, CONFIRMING).mines(N).reads().is(id, SETTLED);
    }

    @Test
    void f07_money_that_is_half_an_hour_late_is_seen_told_and_left_to_a_person() {
        var id = stage.asks("1.00");
        stage.chainGoesOn(Duration.ofMinutes(10)).reads().is(id, EXPIRED);
        stage.chainGoesOn(Duration.ofMinutes(25)).pays(id).mines(N + 1).reads().is(id, UNRESOLVED);
        assertEquals(List.of("expired", "unresolved"), stage.events(id));
    }

    @Test
    void f08_money_that_is_short_by_a_fee_waits_in_the_inbox_and_pays_no_order() {
        var id = stage.asks("1.00");
        var due = stage.payment(id).terms().due();
        var tooLittle = new Amount(due.units().subtract(BigInteger.valueOf(100_000)), World.COIN);
        stage.chain.send(new Movement(World.RECEIVER, tooLittle));
        stage.mines(N + 1).reads().is(id, AWAITING);
        assertEquals(1, unmatched());
    }

    @Test
    void f09_a_payment_made_twice_settles_once_and_its_surplus_is_told_once() {
        var id = stage.asks("1.00");
        stage.pays(id).pays(id).mines(N + 1).reads().mines(3).reads().delivers().is(id, SETTLED);
        assertEquals(List.of("settled", "overpaid"), stage.events(id));
        assertEquals(1, stage.shop.orders().get(id.text()).paid());
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
        var id = stage.asks("1.00");
        stage.pays(id).mines(1).reads().is(id, CONFIRMING);
        stage.reorgs(1, Fate.MOVED).reads().is(id, CONFIRMING).mines(N).reads().is(id, SETTLED);
        assertEquals(1, stage.store.committed().transfers().size());
    }

    @Test
    void f13_a_crash_between_commit_and_webhook_loses_no_event() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads().is(id, SETTLED);
        stage.faults.breaks(Kind.CRASH_AFTER_SEND);
        stage.delivers();
        assertFalse(isAllDelivered());
        stage.restarts().waits(Duration.ofMinutes(1)).delivers();
        assertEquals(1, stage.shop.orders().get(id.text()).paid());
        assertTrue(isAllDelivered());
    }

    @Test
    void f14_f15_a_shop_that_answers_errors_for_hours_is_told_once_it_is_back() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads();
        stage.faults.breaks(Kind.SHOP_DOWN);
        for (var i = 0; i < 4; i++) {
            stage.delivers().waits(Duration.ofMinutes(40));
        }
        assertFalse(isAllDelivered());
        stage.faults.mends(Kind.SHOP_DOWN);
        stage.waits(Duration.ofHours(3)).delivers();
        assertEquals("settled", stage.shop.orders().get(id.text()).status());
        assertTrue(isAllDelivered());
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
    void f18_without_a_rate_there_is_no_payment_and_never_a_made_up_price() {
        assertThrows(java.util.NoSuchElementException.class, () -> stage.asks("1.00", "CHF"));
        assertEquals(0, stage.store.committed().payments().size());
    }

    @Test
    void f19_a_clock_that_is_minutes_off_makes_nobody_late() {
        for (var off : List.of(Duration.ofMinutes(-3), Duration.ofMinutes(3))) {
            var shifted = new Stage();
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
            var world = new Stage();
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

    @Test
    void a_transaction_that_moves_less_after_a_reorg_pays_for_what_it_moves_now() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(2).reads().is(id, CONFIRMING);
        stage.reorgs(2, Fate.CHANGED).mines(N + 1).reads().is(id, AWAITING);
        assertEquals(1, unmatched());
    }

    @Test
    void a_payment_whose_log_a_reorg_numbers_anew_is_as_old_as_it_was_first_seen() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(1).reads().is(id, CONFIRMING);
        stage.chainGoesOn(Duration.ofMinutes(6));
        stage.chain.reorgBehindAnother(stage.clock.instant(), new Movement(World.RECEIVER, coins(7)));
        stage.reads().is(id, SETTLED);
    }

    @Test
    void a_shopper_who_was_shown_an_address_is_seen_there_after_the_merchant_changed_it() {
        var id = stage.asks("1.00");
        stage.receiverChanges();
        stage.pays(id).mines(N + 1).reads().is(id, SETTLED);
    }

    @Test
    void a_surplus_is_told_only_of_money_that_is_final() {
        var id = stage.asks("1.00");
        stage.pays(id).pays(id).mines(1).reads();
        assertEquals(List.of("confirming"), stage.events(id));
        stage.mines(N).reads();
        assertEquals(List.of("confirming", "settled", "overpaid"), stage.events(id));
    }

    @Test
    void a_payment_made_a_hundred_times_still_fits_its_event() {
        var id = stage.asks("1.00");
        for (var i = 0; i < 150; i++) {
            stage.pays(id);
        }
        stage.mines(N).reads().is(id, SETTLED);
        stage.store
                .committed()
                .events()
                .values()
                .forEach(row -> assertTrue(
                        row.event().content().body().length() < 10_000,
                        row.event().type()));
    }

    @Test
    void money_sent_before_anybody_asked_for_it_pays_nothing() {
        stage.chain.send(new Movement(World.RECEIVER, new Amount(BigInteger.valueOf(1_003_141), World.COIN)));
        stage.mines(1).waits(Duration.ofMinutes(20));
        for (var i = 0; i < 3; i++) {
            stage.asks("1.00");
        }
        PaymentId asked = stage.asksFor(1_003_141);
        stage.reads().is(asked, AWAITING);
        assertEquals(1, unmatched());
    }

    private static Amount coins(long units) {
        return new Amount(BigInteger.valueOf(units), World.COIN);
    }

    private long unmatched() {
        return stage.store.committed().transfers().values().stream()
                .filter(entry -> entry.paymentId().isEmpty())
                .count();
    }

    private boolean isAllDelivered() {
        return stage.store.committed().events().values().stream()
                .allMatch(row -> row.state().equals("delivered"));
    }
}
