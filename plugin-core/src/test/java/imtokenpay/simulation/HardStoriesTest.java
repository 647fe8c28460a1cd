package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.simulation.SimulatedChain.Fate;
import imtokenpay.simulation.SimulatedChain.Movement;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Stories that were hard to get right, each of the production classes.
class HardStoriesTest {
    private static final int N = World.CONFIRMATIONS;
    private final Stage stage = new Stage();

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

    @Test
    void money_paid_before_a_month_without_a_node_settles_although_others_asked_meanwhile() {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N);
        stage.faults.breaks(Faults.Kind.NODE_UNAVAILABLE);
        stage.waits(Duration.ofDays(40)).asks("1.00");
        stage.faults.mends(Faults.Kind.NODE_UNAVAILABLE);
        stage.mines(1).reads().is(id, SETTLED);
    }

    @Test
    void a_slow_provider_is_read_in_steps_that_are_over_before_another_node_takes_the_lease() {
        var id = stage.asks("1.00");
        var slow = new SlowNode(stage.node, stage.clock, Duration.ofSeconds(3));
        stage.pays(id).mines(100);
        assertTrue(stage.start("slow").look(slow));
        stage.is(id, SETTLED);
        assertTrue(slow.lastTook().compareTo(Duration.ofSeconds(5)) < 0, () -> slow.lastTook() + "");
    }

    @Test
    void nobody_can_cancel_while_late_money_is_there_before_the_deadline_has_passed_for_certain() {
        var id = stage.asks("1.00");
        stage.waits(Duration.ofMinutes(6)).pays(id).mines(1);
        // Whoever makes the next block has a clock that is slow.
        stage.chainClockIs(Duration.ofMinutes(-3));
        stage.mines(1).reads().is(id, AWAITING);
        stage.cancels(id).is(id, AWAITING);
        stage.waits(Duration.ofMinutes(3)).mines(1).reads().is(id, UNRESOLVED);
    }

    private static Amount coins(long units) {
        return new Amount(BigInteger.valueOf(units), World.COIN);
    }

    private long unmatched() {
        return stage.store.committed().transfers().values().stream()
                .filter(entry -> entry.paymentId().isEmpty())
                .count();
    }
}
