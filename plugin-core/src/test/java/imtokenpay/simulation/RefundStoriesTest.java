package imtokenpay.simulation;

import static imtokenpay.payment.PaymentStatus.EXPIRED;
import static imtokenpay.payment.PaymentStatus.SETTLED;
import static imtokenpay.refund.RefundState.AWAITING_ADDRESS;
import static imtokenpay.refund.RefundState.CANCELLED;
import static imtokenpay.refund.RefundState.COMPLETED;
import static imtokenpay.refund.RefundState.OPEN;
import static imtokenpay.refund.RefundState.SEEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.payment.Refusal;
import imtokenpay.payment.Refusal.Reason;
import imtokenpay.simulation.SimulatedChain.Fate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Money goes back, seen on the chain.
class RefundStoriesTest extends RefundStage {
    @Test
    void a_refund_that_the_merchant_pays_completes_by_itself_and_the_shop_is_told() throws Refusal {
        var id = paid();
        var refund = recorded(id, part(PART), Optional.empty());
        is(refund, AWAITING_ADDRESS);
        gives(refund, "her");
        is(refund, OPEN);
        stage.sends("her", PART).mines(1).reads();
        is(refund, SEEN);
        stage.mines(N - 2).reads();
        is(refund, SEEN);
        stage.mines(1).reads().is(id, SETTLED);
        is(refund, COMPLETED);
        stage.delivers();
        assertEquals(List.of("created", "open", "seen", "completed"), told(id));
        assertEquals(
                stage.payment(id).sequence(),
                stage.shop.orders().get(id.text()).sequence(),
                "the shop can put all events in order");
    }

    @Test
    void money_of_another_amount_and_money_to_others_is_not_the_refund() throws Refusal {
        var id = paid();
        var refund = recorded(id, part(PART), her());
        stage.sends("her", PART - 1)
                .sends("her", PART + 1)
                .sends("him", PART)
                .mines(N)
                .reads();
        is(refund, OPEN);
        assertEquals(
                1, stage.store.committed().transfers().size(), "and it is no payment's: only what she paid is here");
    }

    @Test
    void nothing_is_taken_from_where_the_payment_came_from() throws Refusal {
        var refund = recorded(paid(), part(PART), Optional.empty());
        // That is the sender of all transfers in this world.
        stage.sends("shopper", PART).mines(N).reads();
        is(refund, AWAITING_ADDRESS);
        assertEquals(Optional.empty(), now(refund).destination());
    }

    @Test
    void a_reorg_that_removes_the_transfer_opens_the_refund_again() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.sends("her", PART).mines(2).reads();
        is(refund, SEEN);
        stage.reorgs(3, Fate.WAITS_AGAIN).reads();
        is(refund, OPEN);
        assertEquals(Reason.REFUND_SEEN, refused(() -> cancels(refund)), "it can come back");
        assertEquals(Reason.REFUND_SEEN, refused(() -> gives(refund, "him")), "it would be paid twice");
        stage.mines(N).reads();
        is(refund, COMPLETED);
        assertEquals(0, beyond(refund));
    }

    @Test
    void a_reorg_that_moves_the_transfer_counts_anew() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.sends("her", PART).mines(2).reads().reorgs(2, Fate.MOVED).reads();
        is(refund, SEEN);
        stage.mines(N).reads();
        is(refund, COMPLETED);
    }

    @Test
    void a_reorg_deeper_than_final_opens_a_completed_refund_and_says_so() throws Refusal {
        var id = paid();
        stage.mines(10).reads();
        var refund = recorded(id, part(PART), her());
        stage.sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
        stage.reorgs(N, Fate.DROPPED).reads();
        is(refund, OPEN);
        stage.sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
        assertEquals(List.of("created", "completed", "open", "completed"), told(id));
    }

    @Test
    void a_second_transfer_of_a_completed_refund_changes_nothing_and_is_shown() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
        stage.sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
        assertEquals(1, beyond(refund));
    }

    @Test
    void what_is_paid_of_a_cancelled_refund_changes_nothing_and_is_shown() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        cancels(refund);
        stage.sends("her", PART).mines(N).reads();
        is(refund, CANCELLED);
        stage.waits(Duration.ofMinutes(1)).mines(1).reads();
        assertEquals(1, beyond(refund));
    }

    @Test
    void what_went_back_with_a_cancelled_refund_does_not_go_back_again() throws Refusal {
        var id = paid();
        var refund = recorded(id, part(3 * PART), her());
        cancels(refund);
        stage.sends("her", 3 * PART).mines(1).reads();
        assertEquals(Reason.REFUND_TOO_LARGE, refused(() -> recorded(id, part(3 * PART), her())));
        stage.reorgs(1, Fate.DROPPED).reads();
        is(recorded(id, part(3 * PART), her()), OPEN);
    }

    @Test
    void what_went_back_twice_counts_twice() throws Refusal {
        var id = paid();
        var refund = recorded(id, part(PART), her());
        stage.sends("her", PART).sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
        assertEquals(Reason.REFUND_TOO_LARGE, refused(() -> recorded(id, part(2 * PART), her())));
    }

    @Test
    void a_transfer_on_its_way_to_the_address_before_still_completes_it() throws Refusal {
        var refund = recorded(paid(), part(PART), Optional.empty());
        gives(refund, "her");
        gives(refund, "her other");
        stage.sends("her", PART).mines(N).reads();
        is(refund, COMPLETED);
    }

    @Test
    void no_node_is_asked_for_refunds_while_none_is_open() throws Refusal {
        var id = stage.asks("1.00");
        stage.pays(id).mines(N).reads();
        stage.waits(Duration.ofDays(31)).mines(1).reads();
        stage.chainGoesOn(Duration.ofHours(2)).reads();
        var before = stage.node.calls();
        stage.mines(10).reads();
        assertEquals(before, stage.node.calls(), "thirty days later nobody looks");
        var refund = recorded(id, part(PART), Optional.empty());
        stage.mines(10).reads();
        assertEquals(before, stage.node.calls(), "nor while nobody knows where to");
        gives(refund, "her");
        stage.sends("her", PART).mines(N + 1).reads();
        is(refund, COMPLETED);
        assertTrue(stage.node.calls() > before);
    }

    @Test
    void what_is_paid_while_its_refund_is_cancelled_is_noticed_though_nothing_else_is_looked_for() throws Refusal {
        var id = paid();
        stage.waits(Duration.ofDays(31)).mines(1).reads();
        stage.chainGoesOn(Duration.ofHours(2)).reads();
        var refund = recorded(id, part(PART), her());
        cancels(refund);
        stage.sends("her", PART).mines(1).chainGoesOn(Duration.ofHours(2)).reads();
        is(refund, CANCELLED);
        assertEquals(1, beyond(refund), "a person must look");
    }

    @Test
    void a_refund_that_waits_for_days_is_looked_for_once_an_hour() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.waits(Duration.ofDays(40)).chainGoesOn(Duration.ofHours(2)).reads();
        var before = stage.node.calls();
        for (var i = 0; i < 25; i++) {
            stage.chainGoesOn(Duration.ofMinutes(2)).reads();
        }
        assertTrue(stage.node.calls() - before <= 10, () -> "calls in 50 minutes: " + (stage.node.calls() - before));
        stage.sends("her", PART).chainGoesOn(Duration.ofHours(2)).reads();
        is(refund, COMPLETED);
    }

    @Test
    void what_the_first_look_missed_the_second_finds() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.reads().node.hidesTransfers(true);
        stage.sends("her", PART).mines(1).reads().node.hidesTransfers(false);
        stage.mines(30).reads();
        stage.chainGoesOn(Duration.ofMinutes(5)).reads();
        is(refund, COMPLETED);
        assertEquals(0, beyond(refund));
    }

    @Test
    void expired_money_that_came_late_can_go_back() throws Refusal {
        var id = stage.asks("1.00");
        stage.chainGoesOn(Duration.ofMinutes(10)).reads().is(id, EXPIRED);
        stage.pays(id).mines(N).reads();
        var due = stage.payment(id).terms().due().units().longValueExact();
        var refund = recorded(id, part(due), her());
        stage.sends("her", due).mines(N).reads();
        is(refund, COMPLETED);
    }
}
