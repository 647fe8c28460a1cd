package imtokenpay.store.contract;

import static imtokenpay.payment.Refusal.Reason.ALREADY_CREDITED;
import static imtokenpay.payment.Refusal.Reason.NOTHING_RECEIVED;
import static imtokenpay.payment.Refusal.Reason.NOT_TO_BE_ACCEPTED;
import static imtokenpay.payment.Refusal.Reason.NOT_TO_BE_CLOSED;
import static imtokenpay.payment.Refusal.Reason.OTHER_ASSET;
import static imtokenpay.payment.Refusal.Reason.REASON_MISSING;
import static imtokenpay.payment.Refusal.Reason.REFUND_RECORDED;
import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.resolve.Resolution;
import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.resolve.ResolvePayment;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds;
import imtokenpay.store.Transactions;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person decides about money, wherever it is kept.
public abstract class ResolvingContract extends StoreContract {
    private static final Word ANNA = new Word("anna", " the shopper\n called ");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));
    private static final long LATE = 200; // A quarter of an hour is 75 blocks.
    private ResolvePayment resolve;

    @BeforeEach
    void a_chain_that_is_read() {
        commit(() -> shelf().cursors()
                .begin(
                        shelf().leases().acquire(CHAIN, "node", Duration.ZERO).orElseThrow(),
                        block(LATE + 10, "a"),
                        viewAt(block(LATE + 10, "a"))));
        var show = new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
        var announce = new AnnouncePayment(
                shelf().outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, () -> LATER);
        resolve = new ResolvePayment(
                new ResolvePayment.Shelf(
                        shelf().payments(),
                        shelf().ledger(),
                        shelf().cursors(),
                        shelf().decisions(),
                        new ShowRefunds(show, shelf().refunds(), shelf().payouts())),
                new AdvancePayments(shelf().payments(), shelf().ledger(), announce),
                shelf().audit(),
                () -> LATER);
    }

    @Test
    void late_money_that_a_person_accepts_settles_is_told_and_says_who_and_why() throws Refusal {
        var late = kept(PaymentStatus.UNRESOLVED);
        comes("0xa", usdt(12_500_000), LATE, Optional.of(late));
        assertEquals(
                PaymentStatus.SETTLED,
                ask(() -> resolve.accept(late.id(), ANNA)).status());
        assertEquals(List.of("payment.settled"), told());
        assertEquals(
                List.of(new Resolution(late.id(), LATER, "accepted 12.5 USDT for 12.5 USDT", ANNA)),
                ask(() -> shelf().decisions().of(late.id())));
        assertEquals("the shopper called", ANNA.reason());
    }

    @Test
    void each_decision_leaves_one_row_in_the_audit_log_and_a_refused_one_none() throws Refusal {
        var late = kept(PaymentStatus.UNRESOLVED);
        comes("0xa", usdt(12_500_000), LATE, Optional.of(late));
        var money = comes("0xb", usdt(1), LATE, Optional.empty());
        refuses(REASON_MISSING, () -> resolve.accept(late.id(), new Word("anna", " ")));
        ask(() -> resolve.close(late.id(), ANNA));
        ask(() -> resolve.credit(money, late.id(), ANNA));
        ask(() -> resolve.accept(late.id(), ANNA));
        refuses(NOT_TO_BE_ACCEPTED, () -> resolve.accept(late.id(), ANNA));
        var id = late.id();
        assertEquals(
                List.of(
                        "anna | payment_closed | " + id + " | closed over 12.5 USDT: the shopper called",
                        "anna | transfer_credited | " + id
                                + " | credited 0.000001 USDT of transaction 0xb: the shopper called",
                        "anna | payment_accepted | " + id
                                + " | accepted 12.500001 USDT for 12.5 USDT: the shopper called"),
                deeds());
    }

    @Test
    void accepted_money_that_is_short_is_enough_and_still_needs_its_confirmations() throws Refusal {
        var shorter = kept(PaymentStatus.UNDERPAID);
        comes("0xa", usdt(12_000_000), LATE + 9, Optional.of(shorter));
        var after = ask(() -> resolve.accept(shorter.id(), ANNA));
        assertEquals(PaymentStatus.CONFIRMING, after.status());
        assertEquals(usdt(12_000_000), after.terms().due());
        assertEquals(List.of("payment.confirming"), told());
    }

    @Test
    void money_that_is_to_be_given_back_is_not_accepted_as_well() throws Refusal {
        var late = kept(PaymentStatus.UNRESOLVED);
        comes("0xa", usdt(12_500_000), LATE, Optional.of(late));
        var origin = new Refund.Origin(late.id(), LATER, "anna", "came too late");
        var refund = Refund.recorded(new RefundId("rfd_" + "A".repeat(26)), origin, usdt(12_500_000));
        commit(() -> shelf().refunds().add(refund, new Refunds.Call("key", "hash")));
        refuses(REFUND_RECORDED, () -> resolve.accept(late.id(), ANNA));
        commit(() -> shelf().refunds().replace(refund.movedTo(RefundState.CANCELLED, LATER)));
        assertEquals(
                PaymentStatus.SETTLED,
                ask(() -> resolve.accept(late.id(), ANNA)).status());
    }

    @Test
    void money_that_another_nodes_clock_saw_after_ours_is_accepted_too() throws Refusal {
        var late = kept(PaymentStatus.UNRESOLVED);
        comes("0xa", usdt(12_500_000), 400, Optional.of(late));
        assertEquals(
                PaymentStatus.CONFIRMING,
                ask(() -> resolve.accept(late.id(), ANNA)).status());
    }

    @Test
    void a_closed_matter_is_told_and_keeps_over_how_much_it_was_closed() throws Refusal {
        for (var status : List.of(PaymentStatus.UNRESOLVED, PaymentStatus.REVERSED)) {
            var payment = kept(status);
            comes("0x" + status, usdt(3), LATE, Optional.of(payment));
            var after = ask(() -> resolve.close(payment.id(), ANNA));
            assertEquals(PaymentStatus.CLOSED, after.status());
            assertEquals(new Decision.Closed(LATER, usdt(3)), after.terms().decision());
            assertEquals(
                    "closed over 0.000003 USDT",
                    ask(() -> shelf().decisions().of(payment.id())).getFirst().what());
            assertEquals(List.of("payment.closed"), told());
        }
    }

    @Test
    void money_of_the_inbox_that_a_person_credits_in_time_pays() throws Refusal {
        var awaiting = kept(PaymentStatus.AWAITING);
        var money = comes("0xa", usdt(12_600_000), 50, Optional.empty());
        var after = ask(() -> resolve.credit(money, awaiting.id(), ANNA));
        assertEquals(PaymentStatus.SETTLED, after.status());
        assertEquals(usdt(100_000), after.standing().surplus());
        assertEquals(List.of(), ask(() -> shelf().ledger().unmatched(10)));
        assertEquals("payment.settled", told().getFirst());
        assertEquals(
                "credited 12.6 USDT of transaction 0xa",
                ask(() -> shelf().decisions().of(awaiting.id())).getFirst().what());
    }

    @Test
    void money_of_the_inbox_that_is_late_waits_for_the_next_decision() throws Refusal {
        for (var status : List.of(PaymentStatus.EXPIRED, PaymentStatus.CANCELLED)) {
            var payment = kept(status);
            var money = comes("0x" + status, usdt(12_500_000), LATE, Optional.empty());
            assertEquals(
                    PaymentStatus.UNRESOLVED,
                    ask(() -> resolve.credit(money, payment.id(), ANNA)).status());
            assertEquals(
                    PaymentStatus.SETTLED,
                    ask(() -> resolve.accept(payment.id(), ANNA)).status());
            assertEquals(2, ask(() -> shelf().decisions().of(payment.id())).size());
        }
    }

    @Test
    void nothing_is_decided_without_a_reason() {
        var payment = kept(PaymentStatus.UNRESOLVED);
        var money = comes("0xa", usdt(1), LATE, Optional.empty());
        for (var reason : List.of("", " \t\n", "x".repeat(501))) {
            var word = new Word("anna", reason);
            refuses(REASON_MISSING, () -> resolve.accept(payment.id(), word));
            refuses(REASON_MISSING, () -> resolve.close(payment.id(), word));
            refuses(REASON_MISSING, () -> resolve.credit(money, payment.id(), word));
        }
        assertThrows(IllegalArgumentException.class, () -> new Word(" ", "why"));
    }

    @Test
    void what_waits_for_no_decision_is_left_alone() {
        for (var status : PaymentStatus.values()) {
            var payment = kept(status);
            if (!status.mayBeAccepted()) {
                refuses(NOT_TO_BE_ACCEPTED, () -> resolve.accept(payment.id(), ANNA));
            }
            if (!status.mayBeClosed()) {
                refuses(NOT_TO_BE_CLOSED, () -> resolve.close(payment.id(), ANNA));
            }
            assertEquals(
                    payment, ask(() -> shelf().payments().byId(payment.id())).orElseThrow());
            assertEquals(List.of(), ask(() -> shelf().decisions().of(payment.id())));
        }
        assertEquals(List.of(), told());
    }

    @Test
    void money_that_is_not_there_or_not_the_right_one_is_not_taken() {
        var payment = kept(PaymentStatus.UNRESOLVED);
        refuses(NOTHING_RECEIVED, () -> resolve.accept(payment.id(), ANNA));
        var credited = comes("0xa", usdt(1), LATE, Optional.of(payment));
        refuses(ALREADY_CREDITED, () -> resolve.credit(credited, payment.id(), ANNA));
        var ether = comes("0xb", new Amount(BigInteger.TEN, ETH), LATE, Optional.empty());
        refuses(OTHER_ASSET, () -> resolve.credit(ether, payment.id(), ANNA));
        var unknown = new TransferId(CHAIN, "0xc", 0);
        assertThrows(NoSuchElementException.class, () -> ask(() -> resolve.credit(unknown, payment.id(), ANNA)));
        assertThrows(
                NoSuchElementException.class,
                () -> ask(() -> resolve.accept(payment("never kept").id(), ANNA)));
    }

    @Test
    void a_decision_that_is_rolled_back_was_never_made() {
        var payment = kept(PaymentStatus.UNRESOLVED);
        comes("0xa", usdt(12_500_000), LATE, Optional.of(payment));
        rollBack(() -> {
            try {
                resolve.accept(payment.id(), ANNA);
            } catch (Refusal unexpected) {
                throw new IllegalStateException(unexpected);
            }
        });
        assertEquals(payment, ask(() -> shelf().payments().byId(payment.id())).orElseThrow());
        assertEquals(List.of(), ask(() -> shelf().decisions().of(payment.id())));
        assertEquals(List.of(), told());
    }

    @Test
    void a_node_that_looked_at_money_before_it_was_credited_does_not_take_it_back() throws Exception {
        var payment = kept(PaymentStatus.EXPIRED);
        var money = comes("0xa", usdt(12_500_000), LATE, Optional.empty());
        try (var admin = Executors.newSingleThreadExecutor()) {
            assertThrows(
                    RuntimeException.class,
                    () -> commit(() -> {
                        var looked = shelf().ledger().byId(money).orElseThrow();
                        admin.submit(() -> ask(() -> resolve.credit(money, payment.id(), ANNA)))
                                .get(20, TimeUnit.SECONDS);
                        var block = block(LATE + 1, "b");
                        var moved = transfer("0xa", 0, looked.transfer().amount(), block);
                        shelf().ledger().correct(new Ledger.Entry(moved, looked.paymentId()));
                    }));
        }
        assertEquals(
                Optional.of(payment.id()),
                ask(() -> shelf().ledger().byId(money)).orElseThrow().paymentId());
    }

    private Payment kept(PaymentStatus status) {
        var payment = standing(payment("order " + status), status);
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private TransferId comes(String txHash, Amount amount, long height, Optional<Payment> payment) {
        Transfer transfer = transfer(txHash, 0, amount, block(height, "a"));
        commit(() -> shelf().ledger().enter(new Ledger.Entry(transfer, payment.map(Payment::id))));
        return transfer.id();
    }

    /// What stores are told since the last time.
    private List<String> told() {
        var far = LATER.plus(Duration.ofDays(1));
        return ask(() -> shelf().outbox().claim("books", 100, LATER, far)).stream()
                .map(delivery -> delivery.event().type())
                .toList();
    }

    private void refuses(Refusal.Reason reason, Transactions.Work<Payment, Refusal> decision) {
        assertEquals(reason, assertThrows(Refusal.class, () -> ask(decision)).reason());
    }
}
