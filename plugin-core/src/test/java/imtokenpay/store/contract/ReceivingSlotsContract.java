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

import imtokenpay.chain.Address;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.merchant.ReceivingSlot.Takes;
import imtokenpay.merchant.ReceivingSlots.Use;
import imtokenpay.money.Amount;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What receiving slots promise, wherever they are kept.
public abstract class ReceivingSlotsContract extends StoreContract {
    private static final Amount AMOUNT = usdt(12_500_001);
    private static final ReceivingSlot SLOT = new ReceivingSlot(SHOP, AMOUNT);

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
        assertTrue(leased(new ReceivingSlot(SHOPPER, AMOUNT), "third"));
        assertTrue(leased(new ReceivingSlot(SHOP, new Amount(AMOUNT.units(), ETH)), "fourth"));
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
        commit(() -> shelf().slots().releaseDue(CHAIN, NOW));
        assertEquals(Optional.of("first"), holder(SLOT));
        assertFalse(leased(SLOT, "second"));
        commit(() -> shelf().slots().releaseDue(CHAIN, NOW.plusMillis(1)));
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
    void whoever_knows_the_addresses_that_were_shown_asks_only_for_those_after() {
        assertEquals(0, ask(() -> shelf().slots().shown(CHAIN)));
        assertTrue(leased(SLOT, "first"));
        assertTrue(leased(new ReceivingSlot(SHOP, usdt(3)), "second"));
        assertEquals(1, ask(() -> shelf().slots().shown(CHAIN)));
        assertTrue(leased(ReceivingSlot.any(SHOPPER, AMOUNT.asset()), "third"));
        assertEquals(2, ask(() -> shelf().slots().shown(CHAIN)));
        assertEquals(Set.of(SHOP, SHOPPER), ask(() -> shelf().slots().shownAfter(CHAIN, 0)));
        assertEquals(Set.of(SHOPPER), ask(() -> shelf().slots().shownAfter(CHAIN, 1)));
        assertEquals(Set.of(), ask(() -> shelf().slots().shownAfter(CHAIN, 2)));
        assertEquals(0, ask(() -> shelf().slots().shown(ELSEWHERE)));
        assertEquals(Set.of(), ask(() -> shelf().slots().shownAfter(ELSEWHERE, 0)));
    }

    @Test
    void an_address_that_was_shown_before_is_no_new_one() {
        assertTrue(leased(SLOT, "first"));
        commit(() -> shelf().slots().releaseDue(CHAIN, NOW.plusMillis(1)));
        assertTrue(leased(SLOT, "second"));
        rollBack(() -> shelf().slots().lease(ReceivingSlot.any(SHOPPER, AMOUNT.asset()), "third", NOW));
        assertEquals(1, ask(() -> shelf().slots().shown(CHAIN)));
    }

    @Test
    void a_slot_is_ended_and_leased_anew_in_one_transaction() {
        assertTrue(leased(SLOT, "first"));
        commit(() -> {
            shelf().slots().releaseDue(CHAIN, NOW.plusMillis(1));
            assertTrue(shelf().slots().lease(SLOT, "second", NOW.plusSeconds(1)));
        });
        assertEquals(Optional.of("second"), holder(SLOT));
    }

    @Test
    void what_is_rolled_back_never_was() {
        assertTrue(leased(SLOT, "first"));
        var other = new ReceivingSlot(SHOP, usdt(1));
        rollBack(() -> {
            shelf().slots().releaseDue(CHAIN, NOW.plusSeconds(1));
            shelf().slots().lease(other, "second", NOW);
        });
        assertEquals(Optional.of("first"), holder(SLOT));
        assertEquals(Optional.empty(), holder(other));
    }

    @Test
    void an_address_of_its_own_takes_any_amount() {
        var own = ReceivingSlot.any(SHOPPER, AMOUNT.asset());
        assertTrue(leased(own, "first"));
        assertFalse(leased(own, "second"));
        LongStream.of(1, 12_500_000, 12_500_001, 99_999_999_999L)
                .forEach(units -> assertEquals(Optional.of("first"), holder(SHOPPER, usdt(units))));
        assertEquals(Optional.empty(), holder(SHOP, AMOUNT));
        assertEquals(Optional.empty(), holder(SHOPPER, new Amount(BigInteger.TEN, ETH)));
        assertEquals(Set.of(SHOPPER), ask(() -> shelf().slots().exclusive(AMOUNT.asset())));
        assertEquals(
                Set.of(SHOPPER),
                ask(() -> shelf().slots().receivers(AMOUNT.asset().chain())));
    }

    @Test
    void ether_and_tether_at_one_address_are_two_slots() {
        assertTrue(leased(ReceivingSlot.any(SHOPPER, AMOUNT.asset()), "first"));
        assertTrue(leased(ReceivingSlot.any(SHOPPER, ETH), "second"));
        assertEquals(Optional.of("first"), holder(SHOPPER, AMOUNT));
        assertEquals(Optional.of("second"), holder(SHOPPER, new Amount(BigInteger.TEN, ETH)));
    }

    @Test
    void an_amount_is_never_leased_where_any_amount_is() {
        assertTrue(leased(ReceivingSlot.any(SHOP, AMOUNT.asset()), "first"));
        assertFalse(leased(SLOT, "second"));
        assertEquals(Optional.of("first"), holder(SHOP, AMOUNT));
    }

    @Test
    void any_amount_is_never_leased_where_an_amount_is() {
        assertTrue(leased(SLOT, "first"));
        assertFalse(leased(ReceivingSlot.any(SHOP, AMOUNT.asset()), "second"));
        assertEquals(Optional.of("first"), holder(SHOP, AMOUNT));
        assertEquals(Optional.empty(), holder(SHOP, usdt(1)));
    }

    // Who knows a shared address may pay there years later.
    @Test
    void what_an_address_once_was_it_stays() {
        assertEquals(Optional.empty(), ask(() -> shelf().slots().use(AMOUNT.asset(), SHOP)));
        assertTrue(leased(SLOT, "first"));
        commit(() -> shelf().slots().releaseDue(CHAIN, NOW.plusMillis(1)));
        assertFalse(leased(ReceivingSlot.any(SHOP, AMOUNT.asset()), "second"));
        assertEquals(Optional.of(Use.SHARED), ask(() -> shelf().slots().use(AMOUNT.asset(), SHOP)));
        assertTrue(leased(ReceivingSlot.any(SHOPPER, AMOUNT.asset()), "second"));
        assertEquals(Optional.of(Use.EXCLUSIVE), ask(() -> shelf().slots().use(AMOUNT.asset(), SHOPPER)));
    }

    private boolean leased(ReceivingSlot slot, String payment) {
        return ask(() -> shelf().slots().lease(slot, payment, NOW));
    }

    private Optional<String> holder(ReceivingSlot slot) {
        return switch (slot.takes()) {
            case Takes.Exactly(BigInteger units) -> holder(slot.receiver(), new Amount(units, slot.asset()));
            case Takes.Any any -> holder(slot.receiver(), new Amount(BigInteger.TWO, slot.asset()));
        };
    }

    private Optional<String> holder(Address receiver, Amount came) {
        return ask(() -> shelf().slots().holder(receiver, came));
    }
}
