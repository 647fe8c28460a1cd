package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.event;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.stock.Inventory;
import imtokenpay.flow.stock.Stock.Waiting;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.Attempt;
import imtokenpay.webhook.Outbox.Next;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is counted for who keeps the plugin running, wherever it is kept.
public abstract class InventoryContract extends StoreContract {
    private static final int MANY = 100;

    @Test
    void an_empty_shop_has_nothing() {
        commit(inventory()::touch);
        assertEquals(0, payments(PaymentStatus.AWAITING, MANY));
        assertEquals(0, ask(() -> inventory().unmatched(MANY)));
        assertEquals(new Waiting(0, Optional.empty()), ask(() -> inventory().waiting(MANY)));
        assertEquals(0, ask(() -> inventory().parked(MANY)));
    }

    @Test
    void payments_are_counted_by_standing_and_chain_up_to_a_bound() {
        for (var i = 0; i < 3; i++) {
            var awaiting = payment("order-" + i);
            commit(() -> shelf().payments().add(awaiting));
        }
        var short1 = standing(payment("short"), PaymentStatus.UNDERPAID);
        commit(() -> shelf().payments().add(short1));
        assertEquals(3, payments(PaymentStatus.AWAITING, MANY));
        assertEquals(2, payments(PaymentStatus.AWAITING, 2));
        assertEquals(1, payments(PaymentStatus.UNDERPAID, MANY));
        assertEquals(0, payments(PaymentStatus.SETTLED, MANY));
        assertEquals(0, ask(() -> inventory().payments(ELSEWHERE, PaymentStatus.AWAITING, MANY)));
    }

    @Test
    void money_of_nobody_counts_while_it_is_in_the_chain() {
        var nobodys = transfer("0x1", 0, usdt(5), block(100, "a"));
        var gone = transfer("0x2", 0, usdt(5), block(100, "a")).now(new Inclusion.Gone());
        var somebodys = transfer("0x3", 0, usdt(5), block(100, "a"));
        var nothing = transfer("0x4", 0, usdt(0), block(100, "a"));
        enter(nobodys, Optional.empty());
        enter(gone, Optional.empty());
        enter(nothing, Optional.empty());
        enter(somebodys, Optional.of(PaymentId.random(ThreadLocalRandom.current())));
        assertEquals(1, ask(() -> inventory().unmatched(MANY)));
    }

    @Test
    void refunds_are_counted_by_standing_and_chain_up_to_a_bound() {
        for (var i = 0; i < 3; i++) {
            var origin = new Refund.Origin(PaymentId.random(ThreadLocalRandom.current()), NOW, "anna", "why");
            var refund = Refund.recorded(RefundId.random(ThreadLocalRandom.current()), origin, usdt(5));
            commit(() -> shelf().refunds().add(refund, new Refunds.Call("key", "hash")));
        }
        assertEquals(3, ask(() -> inventory().refunds(CHAIN, RefundState.AWAITING_ADDRESS, MANY)));
        assertEquals(2, ask(() -> inventory().refunds(CHAIN, RefundState.AWAITING_ADDRESS, 2)));
        assertEquals(0, ask(() -> inventory().refunds(CHAIN, RefundState.OPEN, MANY)));
        assertEquals(0, ask(() -> inventory().refunds(ELSEWHERE, RefundState.AWAITING_ADDRESS, MANY)));
    }

    @Test
    void events_wait_until_they_are_delivered_or_given_up() {
        IntStream.rangeClosed(1, 3).forEach(i -> commit(() -> shelf().outbox().announce(event(i))));
        assertEquals(
                new Waiting(3, Optional.of(NOW.plusMillis(1))),
                ask(() -> inventory().waiting(MANY)));
        assertEquals(2, ask(() -> inventory().waiting(2)).events());
        end(new Next.Delivered());
        assertEquals(
                new Waiting(2, Optional.of(NOW.plusMillis(2))),
                ask(() -> inventory().waiting(MANY)));
        end(new Next.Parked());
        assertEquals(1, ask(() -> inventory().waiting(MANY)).events());
        assertEquals(1, ask(() -> inventory().parked(MANY)));
    }

    @Test
    void a_node_holds_a_chain_until_its_lease_has_run_out() {
        commit(() -> shelf().leases().acquire(CHAIN, "one", Duration.ofMinutes(1)));
        assertTrue(ask(() -> inventory().holds(CHAIN, "one")));
        assertFalse(ask(() -> inventory().holds(CHAIN, "other")));
        assertFalse(ask(() -> inventory().holds(ELSEWHERE, "one")));
        commit(() -> shelf().leases().acquire(ELSEWHERE, "one", Duration.ofSeconds(-1)));
        assertFalse(ask(() -> inventory().holds(ELSEWHERE, "one")));
    }

    // The first that is due.
    private void end(Next next) {
        var due = ask(() -> shelf().outbox().claim("books", 1, NOW.plusSeconds(1), NOW))
                .getFirst();
        var attempt = new Attempt(NOW, new Attempt.Outcome.Answered(500));
        commit(() -> shelf().outbox().attempted(due, attempt, next));
    }

    private void enter(Transfer transfer, Optional<PaymentId> whose) {
        commit(() -> shelf().ledger().enter(new Entry(transfer, whose)));
    }

    private long payments(PaymentStatus status, int most) {
        return ask(() -> inventory().payments(CHAIN, status, most));
    }

    private Inventory inventory() {
        return shelf().watching().inventory();
    }
}
