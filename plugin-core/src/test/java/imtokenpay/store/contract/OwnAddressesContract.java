package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.merchant.FreshAddresses.Series;
import imtokenpay.merchant.FreshAddresses.Taken;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What payments with an address of their own promise, on stores that several threads and nodes share.
public abstract class OwnAddressesContract extends StoreContract {
    private static final Series SERIES = new Series(USDT, "account");
    private static final ReceivingMode FRESH = new ReceivingMode.Fresh(new Numbered());

    /// An account whose addresses tell their index.
    private record Numbered() implements ReceivingMode.Account {
        @Override
        public String fingerprint() {
            return "account";
        }

        @Override
        public Address address(int index) {
            return new Address("fresh-" + index);
        }
    }

    private static ReceivingMode pool(int size) {
        return new ReceivingMode.Pool(IntStream.range(0, size)
                .mapToObj(i -> new Address("pooled-" + i))
                .toList());
    }

    @Test
    void a_hundred_payments_share_a_pool_of_a_hundred_addresses() {
        var payments = crowd(pool(100));
        assertEquals(100, at(payments, "pooled-"));
        assertTrue(payments.stream().allMatch(payment -> payment.terms().due().equals(usdt(100_000_000))));
    }

    @Test
    void a_hundred_payments_at_a_pool_of_sixty_get_a_hundred_slots() {
        var payments = crowd(pool(60));
        assertEquals(60, at(payments, "pooled-"));
        assertEquals(40, at(payments, SHOP.text()));
    }

    @Test
    void a_hundred_payments_get_twenty_fresh_addresses_and_eighty_amounts() {
        var payments = crowd(FRESH);
        assertEquals(20, at(payments, "fresh-"));
        assertEquals(80, at(payments, SHOP.text()));
        assertEquals(
                IntStream.range(0, 20).boxed().toList(),
                newest().stream().map(Taken::index).toList().reversed());
    }

    private List<Payment> crowd(ReceivingMode mode) {
        var till = Till.open(shelf(), mode);
        var payments = Crowd.of(100, i -> () -> till.ask("100.00", "key " + i));
        var slots = new HashSet<>();
        for (var payment : payments) {
            slots.add(
                    payment.receiver().equals(SHOP)
                            ? new ReceivingSlot(SHOP, payment.terms().due())
                            : ReceivingSlot.any(payment.receiver(), USDT));
            var holder = ask(() ->
                    shelf().slots().holder(payment.receiver(), payment.terms().due()));
            assertEquals(Optional.of(payment.id().text()), holder);
        }
        assertEquals(100, slots.size());
        var addresses = payments.stream().map(Payment::receiver).distinct().count();
        assertEquals(addresses, ask(() -> shelf().slots().shown(CHAIN)));
        for (var known = 0; known <= addresses; known++) {
            var seen = known;
            assertEquals(
                    addresses - seen,
                    ask(() -> shelf().slots().shownAfter(CHAIN, seen)).size());
        }
        return payments;
    }

    private static long at(List<Payment> payments, String prefix) {
        Predicate<Payment> isThere = payment -> payment.receiver().text().startsWith(prefix);
        return payments.stream().filter(isThere).count();
    }

    @Test
    void an_index_is_taken_once_by_whoever_comes_first() {
        var winners =
                Crowd.of(8, node -> () -> ask(() -> shelf().fresh().take(SERIES, 0, new Address("fresh-" + node % 2))));
        assertEquals(1, winners.stream().filter(won -> won).count());
        assertEquals(1, newest().size());
    }

    @Test
    void an_address_is_taken_once_whatever_its_index() {
        assertTrue(ask(() -> shelf().fresh().take(SERIES, 0, SHOP)));
        assertFalse(ask(() -> shelf().fresh().take(SERIES, 1, SHOP)));
        assertFalse(ask(() -> shelf().fresh().take(new Series(USDT, "other"), 0, SHOP)));
        assertTrue(ask(() -> shelf().fresh().take(new Series(Samples.ETH, "account"), 0, SHOP)));
    }

    @Test
    void the_gap_moves_on_with_what_is_paid() throws Exception {
        var till = Till.open(shelf(), FRESH);
        for (var i = 0; i < 20; i++) {
            assertEquals("fresh-" + i, till.ask("5.00", "key " + i).receiver().text());
        }
        assertEquals(SHOP, till.ask("5.00", "beyond").receiver());
        commit(() -> shelf().ledger().enter(new Entry(paidTo("fresh-3"), Optional.empty())));
        // Twenty unpaid ones may stand behind the paid one of index 3: up to index 23.
        for (var i = 20; i < 24; i++) {
            assertEquals("fresh-" + i, till.ask("5.00", "more " + i).receiver().text());
        }
        assertEquals(SHOP, till.ask("5.00", "beyond again").receiver());
    }

    @Test
    void a_released_address_that_nobody_paid_to_serves_again() throws Exception {
        var till = Till.open(shelf(), FRESH);
        for (var i = 0; i < 20; i++) {
            till.ask("5.00", "key " + i);
        }
        commit(() -> shelf().slots().releaseDue(CHAIN, NOW.plusSeconds(86_400 * 40)));
        assertFalse(newest().stream().anyMatch(Taken::leased));
        assertEquals("fresh-0", till.ask("5.00", "again").receiver().text());
        assertEquals("fresh-1", till.ask("5.00", "and again").receiver().text());
    }

    @Test
    void money_that_left_the_chain_does_not_count_as_paid() {
        commit(() -> shelf().fresh().take(SERIES, 0, new Address("fresh-0")));
        var transfer = paidTo("fresh-0");
        commit(() -> shelf().ledger().enter(new Entry(transfer, Optional.empty())));
        assertTrue(newest().getFirst().paid());
        commit(() -> shelf().ledger().stands(transfer.id(), new Inclusion.Gone()));
        assertFalse(newest().getFirst().paid());
    }

    // The account's first address is what imToken shows: mostly it is the shared one, too.
    @Test
    void the_shared_address_stays_shared_though_the_account_makes_it() throws Exception {
        var shop = new ReceivingMode.Account() {
            @Override
            public String fingerprint() {
                return "account";
            }

            @Override
            public Address address(int index) {
                return index == 0 ? SHOP : new Address("fresh-" + index);
            }
        };
        var till = Till.open(shelf(), new ReceivingMode.Fresh(shop));
        assertEquals("fresh-1", till.ask("5.00", "first").receiver().text());
        assertTrue(ask(() -> shelf().slots().lease(new ReceivingSlot(SHOP, usdt(1)), "another", NOW)));
    }

    @Test
    void a_pooled_address_rests_before_it_is_leased_again() throws Exception {
        var till = Till.open(shelf(), pool(1));
        var address = till.ask("5.00", "first").receiver();
        var end = NOW.plusSeconds(900 + 30 * 86_400);
        var lease = ReceivingSlot.any(address, USDT);
        assertEquals(SHOP, till.askAt(end.plusSeconds(300), "5.00", "too soon").receiver());
        assertFalse(ask(() -> shelf().slots().lease(lease, "too soon", end)));
        assertEquals(address, till.askAt(end.plusSeconds(301), "5.00", "rested").receiver());
    }

    private List<Taken> newest() {
        return ask(() -> shelf().fresh().newest(SERIES));
    }

    private static Transfer paidTo(String address) {
        var block = block(101, "a");
        var sighting = new Transfer.Sighting(block.time(), block.time(), new Inclusion.Included(block));
        return new Transfer(new TransferId(CHAIN, "0x77", 0), usdt(5), SHOP, new Address(address), sighting);
    }
}
