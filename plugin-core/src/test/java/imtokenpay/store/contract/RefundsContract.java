package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.ELSEWHERE;
import static imtokenpay.store.contract.Samples.MOST;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.reading;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.refund.RecordRefund;
import imtokenpay.flow.refund.RecordRefund.Cause;
import imtokenpay.flow.refund.RecordRefund.Share;
import imtokenpay.flow.refund.RecordRefund.Wanted;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.Refusal;
import imtokenpay.refund.Destination;
import imtokenpay.refund.Payouts.Payout;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundState;
import imtokenpay.refund.Refunds.Call;
import imtokenpay.store.RefundSteps;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Refunds and what was paid of them, wherever they are kept, and two who change them at once.
public abstract class RefundsContract extends StoreContract {
    private static final BlockRef HEAD = block(100, "a");
    private static final Instant LATER = HEAD.time().plusSeconds(1);
    private static final Address HER = new Address("0x27b1fdb04752bbc536007a920d24acb045561c26");
    private static final Address HIM = new Address("0xde709f2102306220921060314715629080e2fb77");
    private Lease lease;
    private static final RecordRefund.Names NAMES = new RecordRefund.Names(new SecureRandom(), () -> LATER);
    private RefundSteps steps;
    private RecordTransfers record;

    @BeforeEach
    void a_chain_that_is_read() {
        lease = ask(() -> shelf().leases().acquire(CHAIN, "node", Duration.ofHours(1)))
                .orElseThrow();
        commit(() -> shelf().assets().provide(accepted(USDT)));
        commit(() -> shelf().cursors().begin(lease, HEAD, viewAt(HEAD)));
        var show = new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
        var announce = new AnnouncePayment(
                shelf().outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, () -> LATER);
        steps = RefundSteps.of(RefundSteps.Books.of(shelf()), show, announce, NAMES, shelf().audit());
        record = new RecordTransfers(
                new RecordTransfers.Shelf(shelf().cursors(), shelf().ledger(), shelf().slots(), shelf().payments()),
                new AdvancePayments(shelf().payments(), shelf().ledger(), announce),
                steps.follow());
    }

    @Test
    void a_refund_is_kept_as_it_is_with_every_address_it_was_given() throws Refusal {
        var payment = paid("a", usdt(10));
        var refund = recorded(payment, usdt(3), "key", Optional.of(HER));
        assertEquals(Optional.of(refund), ask(() -> shelf().refunds().byId(refund.id())));
        var after = ask(() -> steps.address().to(refund.id(), to(HIM)));
        assertEquals(2, after.destinations().size());
        assertEquals(List.of(after), ask(() -> shelf().refunds().of(payment.id())));
        assertEquals(List.of(after), ask(() -> shelf().refunds().newest(200)));
        assertEquals(List.of(after), ask(() -> shelf().refunds().at(HER, usdt(3))));
        assertEquals(List.of(), ask(() -> shelf().refunds().at(HER, usdt(4))));
        assertEquals(
                "hash",
                ask(() -> shelf().refunds().madeBy(payment.id(), "key"))
                        .orElseThrow()
                        .requestHash());
        assertEquals(
                Optional.empty(),
                ask(() -> shelf().refunds().madeBy(paid("b", usdt(1)).id(), "key")));
    }

    @Test
    void recording_and_cancelling_leave_one_row_each_in_the_audit_log() throws Refusal {
        var refund = recorded(paid("a", usdt(10)), usdt(3), "key", Optional.empty());
        ask(() -> steps.cancel().cancel(refund.id(), "ben"));
        ask(() -> steps.cancel().cancel(refund.id(), "ben"));
        var what =
                " | " + refund.id() + " | 0.000003 USDT of " + refund.origin().paymentId();
        var why = ": " + refund.origin().reason();
        var by = refund.origin().by();
        assertEquals(List.of(by + " | refund_recorded" + what + why, "ben | refund_cancelled" + what), deeds());
    }

    @Test
    void the_largest_amount_there_is_can_go_back() throws Refusal {
        var most = new Amount(MOST, USDT);
        var refund = recorded(paid("a", most), most, "key", Optional.of(HER));
        assertEquals(
                most,
                ask(() -> shelf().refunds().byId(refund.id())).orElseThrow().amount());
    }

    @Test
    void only_what_waits_is_looked_for_and_what_ended_for_a_while() throws Refusal {
        var refund = recorded(paid("a", usdt(10)), usdt(3), "key", Optional.empty());
        ask(() -> steps.address().to(refund.id(), to(HER)));
        assertTrue(ask(() -> shelf().refunds().areExpected(CHAIN, LATER)));
        assertFalse(ask(() -> shelf().refunds().areExpected(CHAIN, LATER.plusMillis(1))));
        ask(() -> steps.cancel().cancel(refund.id(), "anna"));
        assertEquals(Set.of(HER), ask(() -> shelf().refunds().payees(CHAIN, LATER.minusMillis(1))));
        assertEquals(Set.of(), ask(() -> shelf().refunds().payees(CHAIN, LATER)));
        assertEquals(Set.of(HER), ask(() -> shelf().refunds().payeesAmong(CHAIN, List.of(HER, HIM))));
        assertEquals(Set.of(), ask(() -> shelf().refunds().payeesAmong(ELSEWHERE, List.of(HER))));
    }

    @Test
    void an_amount_to_an_address_is_one_refunds_until_it_ends() throws Refusal {
        var refund = recorded(paid("a", usdt(10)), usdt(3), "key", Optional.of(HER));
        var other = paid("b", usdt(10));
        assertEquals(Refusal.Reason.REFUND_LOOKS_LIKE_ANOTHER, refused(() -> recorded(other, usdt(3), "k", of(HER))));
        assertTrue(ask(() -> shelf().refunds().reserve(refund, HER)), "its own again");
        ask(() -> steps.cancel().cancel(refund.id(), "anna"));
        recorded(other, usdt(3), "k", of(HER));
    }

    @Test
    void a_payout_is_kept_once_and_leaves_the_chain_and_comes_back() throws Refusal {
        var refund = recorded(paid("a", usdt(10)), usdt(3), "key", Optional.of(HER));
        var payout = payout("0xout", usdt(3), block(101, "a"));
        var kept = new Payout(payout, refund.id());
        commit(() -> shelf().payouts().enter(kept));
        commit(() -> shelf().payouts().enter(kept));
        assertEquals(Optional.of(kept), ask(() -> shelf().payouts().byId(payout.id())));
        assertEquals(List.of(payout), ask(() -> shelf().payouts().of(refund.id())));
        assertEquals(List.of(kept), ask(() -> shelf().payouts().above(CHAIN, 100)));
        assertEquals(List.of(), ask(() -> shelf().payouts().above(CHAIN, 101)));
        commit(() -> shelf().payouts().stands(payout.id(), new Inclusion.Gone()));
        assertEquals(List.of(), ask(() -> shelf().payouts().above(CHAIN, 100)));
        assertEquals(
                1, ask(() -> shelf().payouts().ofTransaction(CHAIN, "0xout")).size());
    }

    @Test
    void a_reading_moves_refund_payout_and_event_together_or_not_at_all() throws Refusal {
        var payment = paid("a", usdt(10));
        var refund = recorded(payment, usdt(3), "key", Optional.of(HER));
        var next = block(101, "a");
        var reading = reading(HEAD, List.of(next), payout("0xout", usdt(3), next));
        var known = new ChainTail(List.of(HEAD));
        rollBack(() -> record.record(lease, known, reading));
        assertEquals(RefundState.OPEN, state(refund));
        assertEquals(List.of(), ask(() -> shelf().payouts().of(refund.id())));
        commit(() -> record.record(lease, known, reading));
        assertEquals(RefundState.SEEN, state(refund));
        assertEquals(List.of("refund.created"), told(), "one at a time, in order");
        var other = block(101, "b", "a");
        commit(() -> record.record(
                lease,
                new ChainTail(List.of(HEAD, next)),
                new Reading(HEAD, List.of(other), List.of(), viewAt(other), true)));
        assertEquals(RefundState.OPEN, state(refund));
        assertEquals(
                3,
                ask(() -> shelf().payments().byId(payment.id())).orElseThrow().sequence());
        assertEquals(1, ask(() -> shelf().ledger().of(payment.id())).size(), "what went out is no payment's");
        assertEquals(List.of(), ask(() -> shelf().ledger().unmatched(10)));
    }

    @Test
    void of_many_refunds_at_once_only_so_many_are_recorded_as_there_is_money() {
        var payment = paid("a", usdt(10));
        var made = Crowd.of(8, i -> () -> recordedOrRefused(payment, usdt(3), "key " + i));
        assertEquals(3, made.stream().filter(Optional::isEmpty).count(), made::toString);
        assertEquals(
                5,
                made.stream()
                        .flatMap(Optional::stream)
                        .filter(Refusal.Reason.REFUND_TOO_LARGE::equals)
                        .count());
        assertEquals(3, ask(() -> shelf().refunds().of(payment.id())).size());
    }

    @Test
    void the_same_call_many_times_at_once_records_one_refund() {
        var payment = paid("a", usdt(10));
        Crowd.of(8, i -> () -> recordedOrRefused(payment, usdt(3), "key"));
        assertEquals(1, ask(() -> shelf().refunds().of(payment.id())).size());
    }

    @Test
    void of_two_that_give_one_address_to_refunds_of_one_amount_one_is_refused() throws Refusal {
        var refunds = List.of(
                recorded(paid("a", usdt(10)), usdt(3), "key", Optional.empty()),
                recorded(paid("b", usdt(10)), usdt(3), "key", Optional.empty()));
        var given = Crowd.of(2, i -> () -> {
            try {
                ask(() -> steps.address().to(refunds.get(i).id(), to(HER)));
                return "given";
            } catch (Refusal refusal) {
                return refusal.reason().code();
            }
        });
        assertEquals(Set.of("given", "refund_looks_like_another"), Set.copyOf(given));
    }

    @Test
    void a_cancellation_and_an_address_at_once_leave_one_of_both() throws Refusal {
        var refund = recorded(paid("a", usdt(10)), usdt(3), "key", Optional.empty());
        Crowd.of(2, i -> () -> {
            try {
                return ask(() -> i == 0
                        ? steps.cancel().cancel(refund.id(), "anna")
                        : steps.address().to(refund.id(), to(HER)));
            } catch (Refusal ended) {
                return refund;
            }
        });
        assertEquals(RefundState.CANCELLED, state(refund));
    }

    private Payment paid(String order, Amount amount) {
        var payment = standing(payment(order), PaymentStatus.SETTLED);
        commit(() -> {
            shelf().payments().add(payment);
            var money = transfer("0x" + order, 0, amount, block(50, "a"));
            shelf().ledger().enter(new Ledger.Entry(money, Optional.of(payment.id())));
        });
        return payment;
    }

    private Refund recorded(Payment payment, Amount amount, String key, Optional<Address> address) throws Refusal {
        var wanted = new Wanted(new Share.Part(amount), new Cause("anna", "damaged 好"), address);
        return ask(() -> steps.record().record(payment.id(), wanted, new Call(key, "hash")))
                .refund();
    }

    private Optional<Refusal.Reason> recordedOrRefused(Payment payment, Amount amount, String key) {
        try {
            recorded(payment, amount, key, Optional.empty());
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.reason());
        }
    }

    private RefundState state(Refund refund) {
        return ask(() -> shelf().refunds().byId(refund.id())).orElseThrow().state();
    }

    private List<String> told() {
        return ask(() -> shelf().outbox().claim("books", 100, LATER, LATER.plusSeconds(60))).stream()
                .map(delivery -> delivery.event().type())
                .toList();
    }

    private static Optional<Address> of(Address address) {
        return Optional.of(address);
    }

    private static Destination to(Address address) {
        return new Destination(address, Destination.Source.SHOPPER, "shopper", LATER);
    }

    private static Transfer payout(String hash, Amount amount, BlockRef block) {
        var transfer = transfer(hash, 0, amount, block);
        return new Transfer(transfer.id(), amount, transfer.sender(), HER, transfer.sighting());
    }

    private interface Step {
        void take() throws Refusal;
    }

    private static Refusal.Reason refused(Step step) {
        return assertThrows(Refusal.class, step::take).reason();
    }
}
