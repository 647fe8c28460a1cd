package imtokenpay.simulation;

import static imtokenpay.refund.RefundState.COMPLETED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.Refusal.Reason;
import imtokenpay.refund.Refund;
import imtokenpay.refund.Refunds.Call;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What can be given back, and what cannot.
class RefundRulesTest extends RefundStage {
    @Test
    void refunds_together_are_never_more_than_what_came() throws Refusal {
        var id = paid();
        var due = stage.payment(id).terms().due().units().longValueExact();
        assertEquals(Reason.REFUND_TOO_LARGE, refused(() -> recorded(id, part(due + 1), her())));
        var first = recorded(id, part(due - PART), her());
        assertEquals(Reason.REFUND_TOO_LARGE, refused(() -> recorded(id, part(PART + 1), her())));
        recorded(id, part(PART), her());
        assertEquals(Reason.REFUND_TOO_LARGE, refused(() -> recorded(id, part(1), her())));
        cancels(first);
        recorded(id, part(due - PART), her());
    }

    @Test
    void the_surplus_alone_can_be_refunded_and_in_parts() throws Refusal {
        var id = paid();
        assertEquals(Reason.NO_SURPLUS, refused(() -> recorded(id, new Share.Surplus(), her())));
        stage.pays(id).mines(N).reads();
        recorded(id, part(PART), her());
        var rest = recorded(id, new Share.Surplus(), her());
        var due = stage.payment(id).terms().due().units().longValueExact();
        assertEquals(due - PART, rest.amount().units().longValueExact());
    }

    @Test
    void money_that_is_not_final_and_payments_that_go_on_are_not_refunded() throws Refusal {
        var id = stage.asks("1.00");
        assertEquals(Reason.REFUND_TOO_EARLY, refused(() -> recorded(id, part(1), her())));
        stage.pays(id).mines(1).reads();
        assertEquals(Reason.REFUND_TOO_EARLY, refused(() -> recorded(id, part(1), her())));
        stage.mines(N).reads().pays(id).mines(1).reads();
        assertEquals(Reason.NO_SURPLUS, refused(() -> recorded(id, new Share.Surplus(), her())), "not final yet");
    }

    @Test
    void two_refunds_that_one_transfer_could_not_tell_apart_do_not_wait_together() throws Refusal {
        var one = paid();
        var other = paid();
        var first = recorded(one, part(PART), her());
        assertEquals(Reason.REFUND_LOOKS_LIKE_ANOTHER, refused(() -> recorded(other, part(PART), her())));
        recorded(other, part(PART + 1), her());
        stage.sends("her", PART).mines(N).reads();
        is(first, COMPLETED);
        var second = recorded(other, part(PART), her());
        stage.sends("her", PART).mines(N).reads();
        is(second, COMPLETED);
        assertEquals(0, beyond(first));
    }

    @Test
    void an_address_of_the_shop_or_of_the_token_is_refused() throws Refusal {
        var id = paid();
        for (var ours : List.of(
                World.RECEIVER.text(), World.COIN.contract().orElseThrow().toLowerCase(java.util.Locale.ROOT))) {
            var address = Optional.of(new Address(ours));
            assertEquals(Reason.REFUND_ADDRESS_IS_OURS, refused(() -> recorded(id, part(1), address)));
        }
    }

    @Test
    void nothing_is_changed_once_a_transfer_was_seen_or_it_has_ended() throws Refusal {
        var refund = recorded(paid(), part(PART), her());
        stage.sends("her", PART).mines(1).reads();
        assertEquals(Reason.REFUND_SEEN, refused(() -> cancels(refund)));
        assertEquals(Reason.REFUND_SEEN, refused(() -> gives(refund, "him")));
        stage.mines(N).reads();
        assertEquals(Reason.REFUND_ENDED, refused(() -> cancels(refund)));
        assertEquals(Reason.REFUND_ENDED, refused(() -> gives(refund, "him")));
    }

    @Test
    void an_address_is_not_changed_for_ever() throws Refusal {
        var refund = recorded(paid(), part(PART), Optional.empty());
        for (var i = 0; i < Refund.DESTINATIONS_MAX; i++) {
            gives(refund, "address " + i);
        }
        assertEquals(Reason.REFUND_ADDRESS_GIVEN_TOO_OFTEN, refused(() -> gives(refund, "one more")));
        gives(refund, "address " + (Refund.DESTINATIONS_MAX - 1));
    }

    @Test
    void the_same_call_records_one_refund_and_another_under_its_key_is_refused() throws Refusal {
        var id = paid();
        var wanted = new Wanted(part(PART), new Cause("anna", "damaged"), her());
        var first = stage.refunds(steps -> steps.record().record(id, wanted, new Call("key", "hash")));
        var again = stage.refunds(steps -> steps.record().record(id, wanted, new Call("key", "hash")));
        assertEquals(first.refund().id(), again.refund().id());
        assertTrue(first.isNew() && !again.isNew());
        var other = new Call("key", "other");
        assertEquals(
                Reason.IDEMPOTENCY_KEY_REUSED,
                refused(() -> stage.refunds(steps -> steps.record().record(id, wanted, other))));
    }
}
