package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.MOST;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.PaymentId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What the ledger promises, wherever it is kept.
public abstract class LedgerContract extends StoreContract {
    private static final PaymentId PAYMENT = PaymentId.random(ThreadLocalRandom.current());
    private static final BlockRef BLOCK = block(100, "a");

    @Test
    void a_transfer_comes_back_as_it_was() {
        var native256 = transfer("0x1", TransferId.NATIVE, new Amount(MOST, ETH), BLOCK);
        var dust = transfer("0x2", 0, usdt(0), BLOCK);
        entered(credited(native256));
        entered(new Entry(dust, Optional.empty()));
        entered(credited(transfer("0x3", 7, usdt(1), BLOCK).now(new Inclusion.Gone())));
    }

    private void entered(Entry entry) {
        commit(() -> shelf().ledger().enter(entry));
        assertEquals(
                Optional.of(entry),
                ask(() -> shelf().ledger().byId(entry.transfer().id())));
    }

    @Test
    void a_transfer_can_be_read_in_the_transaction_that_entered_it() {
        var entry = credited(transfer("0x1", 0, usdt(5), BLOCK));
        commit(() -> {
            shelf().ledger().enter(entry);
            assertEquals(
                    Optional.of(entry), shelf().ledger().byId(entry.transfer().id()));
            assertEquals(List.of(entry.transfer()), shelf().ledger().of(PAYMENT));
            assertEquals(List.of(entry), shelf().ledger().above(CHAIN, 99));
        });
    }

    @Test
    void two_transfers_of_one_transaction_are_two() {
        var first = transfer("0x1", 3, usdt(5), BLOCK);
        var second = transfer("0x1", 4, usdt(5), BLOCK);
        commit(() -> {
            shelf().ledger().enter(credited(first));
            shelf().ledger().enter(credited(second));
        });
        assertEquals(List.of(first, second), ask(() -> shelf().ledger().of(PAYMENT)));
    }

    @Test
    void a_transfer_is_entered_once() {
        var entry = credited(transfer("0x1", 3, usdt(5), BLOCK));
        commit(() -> shelf().ledger().enter(entry));
        var again = new Entry(transfer("0x1", 3, usdt(6), block(101, "a")), Optional.empty());
        assertThrows(RuntimeException.class, () -> commit(() -> shelf().ledger().enter(again)));
        assertEquals(
                Optional.of(entry),
                ask(() -> shelf().ledger().byId(again.transfer().id())));
    }

    @Test
    void a_transfer_that_left_the_chain_is_kept_and_can_return_elsewhere() {
        var transfer = transfer("0x1", 3, usdt(5), BLOCK);
        commit(() -> shelf().ledger().enter(credited(transfer)));
        stands(transfer, new Inclusion.Gone());
        assertEquals(List.of(), ask(() -> shelf().ledger().above(CHAIN, 0)));
        stands(transfer, new Inclusion.Included(block(101, "b", "a")));
        assertEquals(List.of(), ask(() -> shelf().ledger().above(CHAIN, 101)));
        assertEquals(1, ask(() -> shelf().ledger().above(CHAIN, 100)).size());
    }

    private void stands(Transfer transfer, Inclusion inclusion) {
        commit(() -> shelf().ledger().stands(transfer.id(), inclusion));
        var now = transfer.now(inclusion);
        assertEquals(Optional.of(credited(now)), ask(() -> shelf().ledger().byId(transfer.id())));
        assertEquals(List.of(now), ask(() -> shelf().ledger().of(PAYMENT)));
    }

    @Test
    void above_means_above_and_on_that_chain() {
        var below = credited(transfer("0x1", 0, usdt(1), block(99, "a")));
        var at = credited(transfer("0x2", 0, usdt(2), BLOCK));
        var above = credited(transfer("0x3", 0, usdt(3), block(101, "a")));
        commit(() -> List.of(above, below, at).forEach(shelf().ledger()::enter));
        assertEquals(List.of(above), ask(() -> shelf().ledger().above(CHAIN, 100)));
        assertEquals(Set.of(above, at), Set.copyOf(ask(() -> shelf().ledger().above(CHAIN, 99))));
        assertEquals(List.of(), ask(() -> shelf().ledger().above(ELSEWHERE, 0)));
    }

    @Test
    void a_payments_transfers_come_oldest_first() {
        var first = transfer("0x3", 9, usdt(1), block(99, "a"));
        var second = transfer("0x2", 1, usdt(2), BLOCK);
        var third = transfer("0x1", 2, usdt(3), BLOCK);
        commit(() ->
                List.of(third, first, second).forEach(one -> shelf().ledger().enter(credited(one))));
        assertEquals(List.of(first, second, third), ask(() -> shelf().ledger().of(PAYMENT)));
        assertEquals(List.of(), ask(() -> shelf().ledger().of(PaymentId.random(ThreadLocalRandom.current()))));
    }

    @Test
    void unmatched_money_comes_newest_first_and_no_more_than_was_asked_for() {
        var old = new Entry(transfer("0x1", 0, usdt(1), block(99, "a")), Optional.empty());
        var young = new Entry(transfer("0x2", 0, usdt(1), block(101, "a")), Optional.empty());
        var matched = credited(transfer("0x3", 0, usdt(1), block(102, "a")));
        commit(() -> List.of(old, young, matched).forEach(shelf().ledger()::enter));
        assertEquals(List.of(young, old), ask(() -> shelf().ledger().unmatched(200)));
        assertEquals(List.of(young), ask(() -> shelf().ledger().unmatched(1)));
    }

    @Test
    void what_is_rolled_back_never_was() {
        var kept = credited(transfer("0x1", 0, usdt(1), BLOCK));
        var dropped = credited(transfer("0x2", 0, usdt(1), BLOCK));
        commit(() -> shelf().ledger().enter(kept));
        rollBack(() -> {
            shelf().ledger().enter(dropped);
            shelf().ledger().stands(kept.transfer().id(), new Inclusion.Gone());
        });
        var hashes = ask(() -> shelf().ledger().above(CHAIN, 0)).stream()
                .map(entry -> entry.transfer().id().txHash())
                .collect(Collectors.toSet());
        assertEquals(Set.of("0x1"), hashes);
    }

    private static Entry credited(Transfer transfer) {
        return new Entry(transfer, Optional.of(PAYMENT));
    }
}
