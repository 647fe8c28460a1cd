package imtokenpay.adapter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.payment.Payment;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// The stories of payments that all families tell alike: a real database, and the production steps between it and the
/// chain.
public abstract class FamilyStoryContract extends ReorgStoryContract {
    private static final int CONFIRMATIONS = 3;

    protected FamilyStoryContract(Callable<FamilyChain> family) {
        super(family);
    }

    @Test
    void a_payment_settles_with_its_last_confirmation() {
        var payment = shop.asks(CONFIRMATIONS);
        is(payment, "AWAITING");
        ground.mines(whole(payment));
        for (var seen = 1; seen < CONFIRMATIONS; seen++) {
            shop.looks();
            is(payment, "CONFIRMING", "confirming");
            ground.grows(1);
        }
        shop.looks();
        is(payment, "SETTLED", "confirming", "settled");
        assertEquals(due(payment), shop.received(payment));
    }

    @Test
    void a_payment_that_comes_twice_is_a_surplus() {
        var payment = shop.asks(1);
        ground.mines(whole(payment));
        shop.looks();
        ground.mines(whole(payment));
        shop.looks();
        is(payment, "SETTLED", "settled", "overpaid");
        assertEquals(due(payment).shiftLeft(1), shop.received(payment));
    }

    @Test
    void a_payment_that_comes_twice_in_one_block_is_a_surplus() {
        var payment = shop.asks(1);
        ground.mines(whole(payment), whole(payment));
        shop.looks();
        is(payment, "SETTLED", "settled", "overpaid");
        assertEquals(due(payment).shiftLeft(1), shop.received(payment));
    }

    @Test
    void a_part_and_the_rest_are_a_payment() {
        var payment = shop.asksAtOwnAddress(2);
        ground.mines(part(payment));
        shop.looks();
        is(payment, "UNDERPAID", "underpaid");
        ground.mines(rest(payment));
        shop.looks();
        is(payment, "CONFIRMING", "underpaid", "confirming");
        ground.grows(1);
        shop.looks();
        is(payment, "SETTLED", "underpaid", "confirming", "settled");
        assertEquals(due(payment), shop.received(payment));
    }

    @Test
    void a_part_alone_is_for_a_person_when_time_is_over() {
        var payment = shop.asksAtOwnAddress(1);
        ground.mines(part(payment));
        shop.looks();
        timeRunsOut();
        is(payment, "UNRESOLVED", "underpaid", "unresolved");
        shop.acceptsMoneyOf(payment);
        is(payment, "SETTLED", "underpaid", "unresolved", "settled");
    }

    @Test
    void too_much_is_a_payment_and_a_surplus() {
        var payment = shop.asksAtOwnAddress(1);
        ground.mines(pay(payment, due(payment).add(part(payment).units())));
        shop.looks();
        is(payment, "SETTLED", "settled", "overpaid");
    }

    @Test
    void what_nobody_pays_expires() {
        var payment = shop.asks(1);
        shop.looks();
        timeRunsOut();
        is(payment, "EXPIRED", "expired");
        assertEquals(BigInteger.ZERO, shop.received(payment));
    }

    @Test
    void what_comes_late_is_for_a_person() {
        var payment = shop.asks(1);
        timeRunsOut();
        ground.mines(whole(payment));
        shop.looks();
        is(payment, "UNRESOLVED", "expired", "unresolved");
        shop.closes(payment);
        is(payment, "CLOSED", "expired", "unresolved", "closed");
        ground.mines(whole(payment));
        shop.looks();
        is(payment, "UNRESOLVED", "expired", "unresolved", "closed", "unresolved");
    }

    @Test
    void what_comes_after_it_was_called_off_is_for_a_person() {
        var payment = shop.asks(1);
        shop.looks();
        shop.cancels(payment);
        is(payment, "CANCELLED", "cancelled");
        shop.passes(Duration.ofHours(3));
        ground.mines(whole(payment));
        shop.looks();
        is(payment, "UNRESOLVED", "cancelled", "unresolved");
    }

    @Test
    void while_the_node_is_down_nothing_is_learnt_and_nothing_expires() {
        var payment = shop.asks(1);
        var other = shop.asks(1);
        shop.looks();
        ground.mines(whole(payment));
        var before = shop.kept();
        wire.breaksAfter(1);
        assertFalse(shop.triesToLook());
        shop.passes(Duration.ofDays(8));
        assertFalse(shop.triesToLook());
        assertEquals(before, shop.kept());
        is(other, "AWAITING");
        wire.isStraight();
        shop.looks();
        is(payment, "SETTLED", "settled");
        timeRunsOut();
        is(other, "EXPIRED", "expired");
    }

    @Test
    void a_restart_at_any_moment_changes_nothing() {
        var payment = shop.asks(CONFIRMATIONS);
        restarts();
        ground.mines(whole(payment));
        restarts();
        shop.looks();
        is(payment, "CONFIRMING", "confirming");
        ground.grows(1);
        restarts();
        ground.leaves(2);
        ground.mines();
        ground.mines(whole(payment));
        restarts();
        ground.grows(2);
        shop.looks();
        restarts();
        shop.looks();
        assertEquals("SETTLED", shop.status(payment));
        assertEquals(due(payment), shop.received(payment));
    }

    @Test
    void many_payments_of_one_block_are_told_apart() {
        var payments = List.of(shop.asks(1), shop.asks(1), shop.asksAtOwnAddress(1), shop.asks(1));
        ground.mines(payments.stream().map(this::whole).toArray(Pay[]::new));
        shop.looks();
        for (Payment payment : payments) {
            is(payment, "SETTLED", "settled");
            assertEquals(due(payment), shop.received(payment));
        }
    }
}
