package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.event;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.reading;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainCursors.StaleWriter;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.store.Transactions;
import imtokenpay.webhook.Delivery;
import imtokenpay.webhook.WebhookEvent;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What must hold while many write at once. For stores that several threads and nodes share.
public abstract class RacesContract extends StoreContract {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int NODES = 8;

    @Test
    void a_hundred_payments_of_one_price_get_a_hundred_amounts() {
        var till = Till.open(shelf());
        var payments = Crowd.of(100, i -> () -> till.ask("100.00", "key " + i));
        assertEquals(100, amounts(payments));
        assertEquals(100, paymentsKept());
    }

    // A cent has 10,001 amounts at this rate; all but 60 of them are taken before.
    @Test
    void payments_that_meet_at_the_last_free_amounts_get_one_each_or_a_polite_no() {
        commit(() -> IntStream.rangeClosed(60, 10_000)
                .forEach(tail -> shelf().slots()
                        .lease(new ReceivingSlot(SHOP, usdt(10_000 + tail)), "earlier", NOW.plusSeconds(86_400))));
        var till = Till.open(shelf());
        var payments = Crowd.of(30, i -> () -> asked(till, i)).stream()
                .flatMap(Optional::stream)
                .toList();
        assertEquals(payments.size(), amounts(payments));
    }

    private static Optional<Payment> asked(Till till, int number) {
        try {
            return Optional.of(till.ask("0.01", "key " + number));
        } catch (Refusal full) {
            return Optional.empty();
        }
    }

    private static long amounts(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.terms().due())
                .distinct()
                .count();
    }

    @Test
    void one_key_used_fifty_times_at_once_makes_one_payment() {
        var till = Till.open(shelf());
        var payments = Crowd.of(50, i -> () -> till.ask("100.00", "the key"));
        assertEquals(1, payments.stream().map(Payment::id).distinct().count());
        assertEquals(1, paymentsKept());
        assertEquals(1, slotsOf(payments.getFirst()));
    }

    private int slotsOf(Payment payment) {
        var due = payment.terms().due();
        assertEquals(Optional.of(payment.id().text()), ask(() -> shelf().slots().holder(payment.receiver(), due)));
        return 1;
    }

    @Test
    void a_locked_payment_waits_for_the_one_who_changes_it() throws Exception {
        var payment = payment("order");
        commit(() -> shelf().payments().add(payment));
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = ask(() -> {
                shelf().payments().locked(payment.id()).orElseThrow();
                var waits = other.submit(() -> ask(() -> shelf().payments().locked(payment.id())));
                assertThrows(TimeoutException.class, () -> waits.get(500, TimeUnit.MILLISECONDS));
                shelf().payments().replace(payment.movedTo(PaymentStatus.CANCELLED));
                return waits;
            });
            assertEquals(Optional.of(payment.movedTo(PaymentStatus.CANCELLED)), second.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_payment_that_was_looked_at_before_is_locked_as_it_is_now() throws Exception {
        var payment = payment("order");
        var cancelled = payment.movedTo(PaymentStatus.CANCELLED);
        commit(() -> shelf().payments().add(payment));
        try (var other = Executors.newSingleThreadExecutor()) {
            commit(() -> {
                assertEquals(Optional.of(payment), shelf().payments().byId(payment.id()));
                other.submit(() -> commit(() -> change(cancelled))).get(30, TimeUnit.SECONDS);
                assertEquals(Optional.of(cancelled), shelf().payments().locked(payment.id()));
                shelf().payments().replace(cancelled.movedTo(PaymentStatus.UNRESOLVED));
                assertEquals(
                        Optional.of(cancelled.movedTo(PaymentStatus.UNRESOLVED)),
                        shelf().payments().locked(payment.id()));
            });
        }
        assertEquals(
                Optional.of(cancelled.movedTo(PaymentStatus.UNRESOLVED)),
                ask(() -> shelf().payments().byId(payment.id())));
    }

    private void change(Payment after) {
        shelf().payments().locked(after.id()).orElseThrow();
        shelf().payments().replace(after);
    }

    @Test
    void no_change_of_a_payment_is_overwritten_by_another() {
        var payment = payment("order");
        commit(() -> shelf().payments().add(payment));
        Crowd.of(NODES, node -> () -> {
            for (var i = 0; i < 25; i++) {
                commit(() -> {
                    var now = shelf().payments().locked(payment.id()).orElseThrow();
                    shelf().payments().replace(now.movedTo(PaymentStatus.CONFIRMING));
                });
            }
            return true;
        });
        assertEquals(
                NODES * 25,
                ask(() -> shelf().payments().byId(payment.id())).orElseThrow().sequence());
    }

    @Test
    void one_transfer_entered_by_many_is_entered_once() {
        var entry = new Entry(transfer("0x1", 0, usdt(5), block(100, "a")), Optional.empty());
        var winners =
                Crowd.of(NODES, node -> () -> succeeds(() -> shelf().ledger().enter(entry)));
        assertEquals(1, Collections.frequency(winners, true));
        assertEquals(List.of(entry), ask(() -> shelf().ledger().unmatched(200)));
    }

    @Test
    void one_event_announced_by_many_is_announced_once() {
        var winners =
                Crowd.of(NODES, node -> () -> succeeds(() -> shelf().outbox().announce(event(1))));
        assertEquals(1, Collections.frequency(winners, true));
    }

    private boolean succeeds(Transactions.Step<RuntimeException> step) {
        try {
            commit(step);
            return true;
        } catch (PersistenceException refused) {
            return false;
        }
    }

    @Test
    void two_nodes_never_hold_a_chain_at_once() {
        for (var round = 0; round < 20; round++) {
            var chain = new ChainId("eip155:" + (1000 + round));
            var leases =
                    Crowd.of(NODES, node -> () -> ask(() -> shelf().leases().acquire(chain, "node " + node, LONG)));
            assertEquals(1, leases.stream().flatMap(Optional::stream).count());
        }
    }

    @Test
    void of_an_ended_lease_each_new_holder_has_an_epoch_of_its_own() {
        var leases = new ArrayList<Lease>();
        for (var round = 0; round < 5; round++) {
            Crowd.of(NODES, node -> () -> ask(() -> shelf().leases().acquire(CHAIN, "node " + node, Duration.ZERO)))
                    .forEach(lease -> lease.ifPresent(leases::add));
        }
        var epochs = new HashSet<>(leases).stream().map(Lease::epoch).toList();
        assertEquals(new HashSet<>(epochs).size(), epochs.size(), leases::toString);
    }

    @Test
    void of_two_who_read_on_from_one_block_one_is_refused() {
        var begin = block(100, "a");
        var lease = ask(() -> shelf().leases().acquire(CHAIN, "node", LONG)).orElseThrow();
        commit(() -> shelf().cursors().begin(lease, begin, viewAt(begin)));
        for (var height = 101; height < 121; height++) {
            var next = block(height, "a");
            var known = ask(() -> shelf().cursors().tail(CHAIN)).orElseThrow();
            var winners = Crowd.of(4, node -> () -> advanced(lease, known, next));
            assertEquals(1, Collections.frequency(winners, true));
        }
    }

    private boolean advanced(Lease lease, ChainTail known, BlockRef next) {
        try {
            commit(() -> shelf().cursors().advance(lease, known, reading(known.last(), List.of(next))));
            return true;
        } catch (StaleWriter stale) {
            return false;
        }
    }

    @Test
    void workers_who_claim_at_once_never_get_the_same_event() {
        commit(() -> {
            for (var i = 1; i <= 200; i++) {
                shelf().outbox().announce(event(i));
            }
        });
        var claimed = Crowd.of(NODES, node -> this::claimedUntilNothingIsLeft).stream()
                .flatMap(List::stream)
                .map(delivery -> delivery.event().id())
                .toList();
        assertEquals(200, claimed.size());
        assertEquals(200, new HashSet<>(claimed).size());
    }

    private List<Delivery> claimedUntilNothingIsLeft() {
        var all = new ArrayList<Delivery>();
        var now = NOW.plusSeconds(10);
        for (var batch = claim(now); !batch.isEmpty(); batch = claim(now)) {
            all.addAll(batch);
        }
        return all;
    }

    private List<Delivery> claim(Instant now) {
        return ask(() -> shelf().outbox().claim("books", 7, now, now.plusSeconds(60)));
    }

    // PostgreSQL gives the second worker the second event at once. H2 locks what it looks at, not only what it gives,
    // so
    // there the second worker goes away empty; neither waits, and nothing is given twice.
    @Test
    void a_worker_does_not_wait_for_what_another_is_claiming() throws Exception {
        commit(() -> List.of(1, 2).forEach(number -> shelf().outbox().announce(event(number))));
        var now = NOW.plusSeconds(10);
        var all = new ArrayList<WebhookEvent>();
        try (var other = Executors.newSingleThreadExecutor()) {
            commit(() -> {
                add(all, shelf().outbox().claim("books", 1, now, now.plusSeconds(60)));
                add(all, other.submit(() -> claim(now)).get(5, TimeUnit.SECONDS));
            });
        }
        add(all, claim(now));
        assertEquals(List.of(event(1), event(2)), all);
    }

    private static void add(List<WebhookEvent> all, List<Delivery> deliveries) {
        deliveries.forEach(delivery -> all.add(delivery.event()));
    }

    @Test
    void nodes_that_start_at_once_all_provide_their_assets() {
        Crowd.of(NODES, node -> () -> succeedsOrThrows(() -> shelf().assets().provide(accepted(USDT))));
        assertEquals(List.of(accepted(USDT)), ask(() -> shelf().assets().all()));
    }

    private boolean succeedsOrThrows(Transactions.Step<RuntimeException> step) {
        commit(step);
        return true;
    }
}
