package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.MOST;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.SHOPPER;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.Amount;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What receiving slots promise, wherever they are kept.
public abstract class ReceivingSlotsContract extends StoreContract {
    private static final ReceivingSlot SLOT = new ReceivingSlot(SHOP, usdt(12_500_001));

    @Test
    void a_slot_has_one_holder() {
        assertEquals(Optional.empty(), holder(SLOT));
        assertTrue(leased(SLOT, "first"));
        assertFalse(leased(SLOT, "second"));
        assertEquals(Optional.of("first"), holder(SLOT));
    }

    @Test
    void even_its_holder_cannot_lease_it_again() {
        assertTrue(leased(SLOT, "first"));
        assertFalse(leased(SLOT, "first"));
    }

    @Test
    void a_refused_lease_leaves_the_transaction_as_it_was() {
        assertTrue(leased(SLOT, "first"));
        var next = new ReceivingSlot(SHOP, usdt(12_500_002));
        commit(() -> {
            assertFalse(shelf().slots().lease(SLOT, "second", NOW));
            assertTrue(shelf().slots().lease(next, "second", NOW));
        });
        assertEquals(Optional.of("second"), holder(next));
    }

    @Test
    void another_amount_another_asset_or_another_address_is_another_slot() {
        assertTrue(leased(SLOT, "first"));
        assertTrue(leased(new ReceivingSlot(SHOP, usdt(12_500_000)), "second"));
        assertTrue(leased(new ReceivingSlot(SHOPPER, SLOT.amount()), "third"));
        assertTrue(leased(new ReceivingSlot(SHOP, new Amount(SLOT.amount().units(), ETH)), "fourth"));
        assertEquals(Optional.of("first"), holder(SLOT));
    }

    @Test
    void the_largest_amounts_differ_by_their_last_unit() {
        var most = new ReceivingSlot(SHOP, new Amount(MOST, ETH));
        var less = new ReceivingSlot(SHOP, new Amount(MOST.subtract(BigInteger.ONE), ETH));
        assertTrue(leased(most, "first"));
        assertTrue(leased(less, "second"));
        assertEquals(Optional.of("first"), holder(most));
        assertEquals(Optional.of("second"), holder(less));
    }

    @Test
    void late_money_finds_the_holder_until_the_lease_is_ended() {
        assertTrue(leased(SLOT, "first"));
        commit(() -> shelf().slots().releaseDue(NOW));
        assertEquals(Optional.of("first"), holder(SLOT));
        assertFalse(leased(SLOT, "second"));
        commit(() -> shelf().slots().releaseDue(NOW.plusMillis(1)));
        assertEquals(Optional.empty(), holder(SLOT));
        assertTrue(leased(SLOT, "second"));
    }

    @Test
    void a_chain_tells_whether_anything_on_it_is_leased_beyond_a_moment() {
        assertTrue(leased(SLOT, "first"));
        assertTrue(ask(() -> shelf().slots().areLeasedAfter(CHAIN, NOW.minusMillis(1))));
        assertFalse(ask(() -> shelf().slots().areLeasedAfter(CHAIN, NOW)));
        assertFalse(ask(() -> shelf().slots().areLeasedAfter(ELSEWHERE, NOW.minusMillis(1))));
    }

    @Test
    void a_slot_is_ended_and_leased_anew_in_one_transaction() {
        assertTrue(leased(SLOT, "first"));
        commit(() -> {
            shelf().slots().releaseDue(NOW.plusMillis(1));
            assertTrue(shelf().slots().lease(SLOT, "second", NOW.plusSeconds(1)));
        });
        assertEquals(Optional.of("second"), holder(SLOT));
    }

    @Test
    void what_is_rolled_back_never_was() {
        assertTrue(leased(SLOT, "first"));
        var other = new ReceivingSlot(SHOP, usdt(1));
        rollBack(() -> {
            shelf().slots().releaseDue(NOW.plusSeconds(1));
            shelf().slots().lease(other, "second", NOW);
        });
        assertEquals(Optional.of("first"), holder(SLOT));
        assertEquals(Optional.empty(), holder(other));
    }

    private boolean leased(ReceivingSlot slot, String payment) {
        return ask(() -> shelf().slots().lease(slot, payment, NOW));
    }

    private Optional<String> holder(ReceivingSlot slot) {
        return ask(() -> shelf().slots().holder(slot));
    }
}
