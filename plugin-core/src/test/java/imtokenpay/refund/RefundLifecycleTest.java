package imtokenpay.refund;

import static imtokenpay.refund.RefundState.AWAITING_ADDRESS;
import static imtokenpay.refund.RefundState.CANCELLED;
import static imtokenpay.refund.RefundState.COMPLETED;
import static imtokenpay.refund.RefundState.OPEN;
import static imtokenpay.refund.RefundState.SEEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Decision;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Terms;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RefundLifecycleTest {
    private static final Asset COIN = new Asset("eip155:1/slip44:60", "ETH", 18);
    private static final Asset OTHER = new Asset("eip155:1/erc20:0xdAC17F958D2ee523a2206206994597C13D831ec7", "T", 6);
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Address SHOPPER = new Address("shopper");
    private static final Address BEFORE = new Address("an address before");
    private static final Finality THREE = new Finality.Depth(3);

    @Test
    void a_refund_is_seen_with_its_first_block_and_completed_with_its_last() {
        assertEquals(OPEN, next(OPEN, 10));
        assertEquals(SEEN, next(OPEN, 10, at(10)));
        assertEquals(SEEN, next(SEEN, 11, at(10)));
        assertEquals(COMPLETED, next(SEEN, 12, at(10)));
        assertEquals(COMPLETED, next(OPEN, 12, at(10)));
    }

    @Test
    void a_reorg_that_takes_the_transfer_opens_it_again() {
        assertEquals(OPEN, next(SEEN, 12, gone()));
        assertEquals(OPEN, next(COMPLETED, 12, gone()));
    }

    @Test
    void a_completed_refund_whose_transfer_only_moved_stays_completed() {
        assertEquals(COMPLETED, next(COMPLETED, 12, gone(), at(12)));
    }

    @Test
    void a_cancelled_refund_stays_so_and_what_came_all_the_same_is_too_much() {
        assertEquals(CANCELLED, next(CANCELLED, 20, at(10)));
        assertEquals(1, RefundLifecycle.beyond(CANCELLED, List.of(at(10), gone())));
        assertEquals(1, RefundLifecycle.beyond(COMPLETED, List.of(at(10), at(11), gone())));
        assertEquals(0, RefundLifecycle.beyond(OPEN, List.of()));
    }

    @Test
    void every_state_says_whether_it_waits_and_whether_it_may_be_paid() {
        assertEquals(List.of(AWAITING_ADDRESS, OPEN, SEEN), which(RefundState::isLive));
        assertEquals(List.of(OPEN), which(RefundState::isPayable));
        assertEquals(RefundLifecycle.MOVES.keySet(), java.util.Set.of(RefundState.values()));
    }

    @Test
    void only_exactly_the_amount_of_the_asset_to_a_given_address_can_be_it() {
        var refund = open();
        assertTrue(refund.mayBePaidBy(transfer(SHOPPER, amount(7), NOW)));
        assertTrue(refund.mayBePaidBy(transfer(BEFORE, amount(7), NOW)), "on its way before the address changed");
        assertFalse(refund.mayBePaidBy(transfer(SHOPPER, amount(8), NOW)));
        assertFalse(refund.mayBePaidBy(transfer(SHOPPER, new Amount(BigInteger.valueOf(7), OTHER), NOW)));
        assertFalse(refund.mayBePaidBy(transfer(new Address("somebody"), amount(7), NOW)));
    }

    @Test
    void what_was_sent_before_it_was_recorded_was_not_sent_for_it() {
        var oldest = NOW.minus(Terms.clocksDifferMax(OTHER.chain()));
        assertTrue(open().mayBePaidBy(transfer(SHOPPER, amount(7), oldest)));
        assertFalse(open().mayBePaidBy(transfer(SHOPPER, amount(7), oldest.minusMillis(1))));
    }

    @Test
    void a_refund_that_makes_no_sense_cannot_be_made() {
        var origin = new Refund.Origin(payment(), NOW, "anna", "damaged");
        var id = RefundId.random(new SplittableRandom(1));
        assertThrows(IllegalArgumentException.class, () -> Refund.recorded(id, origin, amount(0)));
        var open = new Refund.Standing(OPEN, NOW);
        assertThrows(IllegalArgumentException.class, () -> new Refund(id, origin, amount(1), List.of(), open));
        assertThrows(IllegalArgumentException.class, () -> new RefundId("pay_0123456789ABCDEFGHJKMNPQRS"));
        assertThrows(IllegalArgumentException.class, () -> to(" ", "by nobody"));
    }

    @Test
    void only_final_money_can_be_refunded_and_no_more_than_that() {
        var terms = new Terms(amount(100), NOW, NOW.plus(Duration.ofMinutes(15)), THREE, new Decision.None());
        var money = List.of(
                transfer(SHOPPER, amount(130), NOW),
                in(11, transfer(SHOPPER, amount(50), NOW)),
                transfer(SHOPPER, amount(9), NOW).now(new Inclusion.Gone()));
        var view = new ChainView(COIN.chain(), 12, NOW);
        assertEquals(
                new Refundable(amount(130), amount(100), amount(0)),
                Refundable.of(money, terms, view, List.of(), any -> 0));
        var some = Refundable.of(money, terms, view, List.of(open(), open().movedTo(CANCELLED, NOW)), any -> 0);
        assertEquals(amount(123), some.left());
        assertEquals(amount(23), some.surplus());
        assertEquals(amount(0), new Refundable(amount(130), amount(100), amount(40)).surplus());
    }

    private static List<RefundState> which(java.util.function.Predicate<RefundState> rule) {
        return java.util.Arrays.stream(RefundState.values()).filter(rule).toList();
    }

    private static RefundState next(RefundState now, long head, Transfer... payouts) {
        return RefundLifecycle.next(now, List.of(payouts), THREE, new ChainView(COIN.chain(), head, NOW));
    }

    private static Refund open() {
        var origin = new Refund.Origin(payment(), NOW, "anna", "damaged");
        return Refund.recorded(RefundId.random(new SplittableRandom(1)), origin, amount(7))
                .goingTo(to("shopper", BEFORE.text()))
                .goingTo(to("shopper", SHOPPER.text()));
    }

    private static Destination to(String by, String address) {
        return new Destination(new Address(address), Destination.Source.SHOPPER, by, NOW);
    }

    private static PaymentId payment() {
        return PaymentId.random(new SplittableRandom(7));
    }

    private static Amount amount(long units) {
        return new Amount(BigInteger.valueOf(units), COIN);
    }

    private static Transfer at(long height) {
        return in(height, transfer(SHOPPER, amount(7), NOW));
    }

    private static Transfer gone() {
        return at(10).now(new Inclusion.Gone());
    }

    private static Transfer in(long height, Transfer transfer) {
        return transfer.now(new Inclusion.Included(height, "0x" + height, NOW));
    }

    private static Transfer transfer(Address receiver, Amount amount, Instant at) {
        var sighting = new Transfer.Sighting(at, at, new Inclusion.Included(10, "0x10", at));
        return new Transfer(new TransferId(COIN.chain(), "0x1", 0), amount, new Address("shop"), receiver, sighting);
    }
}
