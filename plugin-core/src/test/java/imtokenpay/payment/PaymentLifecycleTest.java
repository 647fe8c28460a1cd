package imtokenpay.payment;

import static imtokenpay.payment.PaymentStatus.AWAITING;
import static imtokenpay.payment.PaymentStatus.CANCELLED;
import static imtokenpay.payment.PaymentStatus.CLOSED;
import static imtokenpay.payment.PaymentStatus.CONFIRMING;
import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.REVERSED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.payment.PaymentStatus.UNDERPAID;
import static imtokenpay.payment.PaymentStatus.UNRESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The life of a payment, told as stories.
class PaymentLifecycleTest {
    private static final Duration PAST_THE_DEADLINE = Scenario.WINDOW.plusSeconds(20);

    @Test
    void the_full_amount_settles_after_six_confirmations_its_own_block_counting_one() {
        var story = Scenario.asksFor("0.05")
                .is(AWAITING)
                .pays("0.05")
                .is(CONFIRMING)
                .shows(1);
        story.mines(4).is(CONFIRMING).shows(5).mines(1).is(SETTLED).shows(6);
        assertEquals(List.of(CONFIRMING, SETTLED), story.moves);
    }

    @Test
    void parts_add_up_and_the_youngest_part_that_is_needed_counts() {
        Scenario.asksFor("0.05")
                .pays("0.02")
                .is(UNDERPAID)
                .mines(3)
                .pays("0.03")
                .is(CONFIRMING)
                .shows(1)
                .mines(4)
                .is(CONFIRMING)
                .mines(1)
                .is(SETTLED);
    }

    @Test
    void a_payment_that_comes_twice_settles_once_and_leaves_a_surplus() {
        var story = Scenario.asksFor("0.05").pays("0.05").pays("0.05").shows(2).mines(9);
        story.is(SETTLED).hasSurplus("0.05");
        assertEquals(List.of(CONFIRMING, SETTLED), story.moves);
    }

    @Test
    void nothing_in_time_expires() {
        Scenario.asksFor("0.05").waits(Scenario.WINDOW).is(AWAITING).mines(1).is(EXPIRED);
    }

    @Test
    void a_dead_node_lets_nothing_expire_and_money_made_meanwhile_is_in_time() {
        Scenario.asksFor("0.05")
                .nodeGoesDown()
                .pays("0.05")
                .waits(PAST_THE_DEADLINE)
                .is(AWAITING)
                .nodeComesBack()
                .is(SETTLED);
    }

    @Test
    void too_little_at_the_deadline_waits_for_a_person() {
        Scenario.asksFor("0.05").pays("0.02").waits(PAST_THE_DEADLINE).is(UNRESOLVED);
    }

    @Test
    void a_late_top_up_does_not_settle_by_itself() {
        Scenario.asksFor("0.05")
                .pays("0.02")
                .nodeGoesDown()
                .waits(PAST_THE_DEADLINE)
                .pays("0.03")
                .nodeComesBack()
                .is(UNRESOLVED)
                .mines(9)
                .is(UNRESOLVED);
    }

    @Test
    void late_money_waits_for_a_person_and_settles_once_accepted() {
        Scenario.asksFor("0.05")
                .waits(PAST_THE_DEADLINE)
                .is(EXPIRED)
                .pays("0.05")
                .is(UNRESOLVED)
                .mines(9)
                .is(UNRESOLVED)
                .isAccepted()
                .is(SETTLED);
    }

    @Test
    void accepted_money_still_needs_its_confirmations() {
        Scenario.asksFor("0.05")
                .waits(PAST_THE_DEADLINE)
                .pays("0.05")
                .isAccepted()
                .is(CONFIRMING)
                .mines(5)
                .is(SETTLED);
    }

    @Test
    void accepted_short_money_settles_for_what_came() {
        Scenario.asksFor("0.05")
                .pays("0.04")
                .waits(PAST_THE_DEADLINE)
                .isAccepted()
                .is(SETTLED);
    }

    @Test
    void a_cancelled_payment_stays_cancelled_until_money_comes() {
        Scenario.asksFor("0.05")
                .isCancelled()
                .is(CANCELLED)
                .mines(3)
                .is(CANCELLED)
                .pays("0.05")
                .is(UNRESOLVED);
    }

    @Test
    void a_closed_matter_stays_closed_until_more_money_comes() {
        Scenario.asksFor("0.05")
                .pays("0.02")
                .waits(PAST_THE_DEADLINE)
                .isClosed()
                .is(CLOSED)
                .mines(3)
                .is(CLOSED)
                .pays("0.01")
                .is(UNRESOLVED);
    }

    @Test
    void a_reorg_before_settlement_takes_the_money_back_and_its_return_counts_anew() {
        Scenario.asksFor("0.05")
                .pays("0.05")
                .mines(2)
                .reorgs(4)
                .is(AWAITING)
                .returns(0)
                .is(CONFIRMING)
                .shows(1)
                .mines(5)
                .is(SETTLED);
    }

    @Test
    void a_deep_reorg_reverses_a_settlement_until_the_money_is_final_again() {
        Scenario.asksFor("0.05")
                .pays("0.05")
                .mines(6)
                .is(SETTLED)
                .reorgs(8)
                .is(REVERSED)
                .returns(0)
                .is(REVERSED)
                .mines(5)
                .is(SETTLED);
    }

    @Test
    void a_settled_payment_that_a_reorg_only_moves_stays_settled() {
        Scenario.asksFor("0.05")
                .pays("0.05")
                .mines(6)
                .is(SETTLED)
                .movesToTheNewestBlock()
                .is(SETTLED)
                .shows(1);
    }

    @Test
    void money_made_after_a_cancel_is_late_even_before_the_deadline() {
        Scenario.asksFor("0.05").isCancelled().pays("0.05").hasLate("0.05");
    }

    @Test
    void a_reversed_payment_can_be_closed_by_a_person() {
        Scenario.asksFor("0.05")
                .pays("0.05")
                .mines(6)
                .reorgs(8)
                .is(REVERSED)
                .isClosed()
                .is(CLOSED);
    }

    @Test
    void unresolved_money_that_a_reorg_takes_away_leaves_the_payment_as_it_was_before() {
        Scenario.asksFor("0.05")
                .waits(PAST_THE_DEADLINE)
                .pays("0.05")
                .is(UNRESOLVED)
                .reorgs(2)
                .is(EXPIRED);
        Scenario.asksFor("0.05")
                .isCancelled()
                .pays("0.05")
                .is(UNRESOLVED)
                .reorgs(2)
                .is(CANCELLED);
    }
}
