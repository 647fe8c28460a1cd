package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.ETH;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.SHOPPER;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.opened;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.standing;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.adapter.evm.EvmFamily;
import imtokenpay.chain.Address;
import imtokenpay.flow.find.BrowsePayments;
import imtokenpay.flow.find.BrowsePayments.Wanted;
import imtokenpay.flow.find.FindPayments;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.Opened;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the person at the desk finds, wherever it is kept.
public abstract class FindContract extends StoreContract {
    private static final String HASH = "0x" + "ab".repeat(32);
    private static final Address OWN = new Address("0xde709f2102306220921060314715629080e2fb77");

    private FindPayments find;
    private BrowsePayments browse;

    @BeforeEach
    void a_desk() {
        commit(() -> shelf().assets().provide(accepted(USDT)));
        commit(() -> shelf().assets().provide(accepted(ETH)));
        var show = new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
        var lists = shelf().money().lists();
        var evm = new EvmFamily();
        find = new FindPayments(
                new FindPayments.Shelf(
                        shelf().payments(), lists.pages(), lists.search(), shelf().ledger(), shelf().refunds()),
                shelf().assets(),
                evm::address,
                show);
        browse = new BrowsePayments(lists.pages(), lists.search(), show);
    }

    @Test
    void a_payment_is_found_by_its_id_its_order_and_its_refund() {
        var wanted = kept(payment("order 7"));
        kept(payment("order 8"));
        var toys = kept(of("toys", payment("order 7")));
        assertEquals(List.of(wanted), payments(wanted.id().text()));
        assertEquals(Set.of(wanted, toys), Set.copyOf(payments(" order 7 ")));
        assertEquals(List.of(), payments("order"));
        var refund = new RefundId("rfd_" + "A".repeat(26));
        var origin = new Refund.Origin(wanted.id(), NOW, "anna", "broken");
        commit(() -> shelf().refunds().add(Refund.recorded(refund, origin, usdt(1)), new Refunds.Call("key", "hash")));
        assertEquals(List.of(wanted), payments(refund.text()));
    }

    @Test
    void a_payment_is_found_by_its_transaction_however_that_is_typed() {
        var paid = kept(payment("order"));
        enter(new Entry(transfer(HASH, 0, usdt(5), block(9, "a")), Optional.of(paid.id())));
        enter(new Entry(transfer(HASH, 1, usdt(6), block(9, "a")), Optional.empty()));
        for (var typed : List.of(HASH, HASH.toUpperCase(Locale.ROOT).substring(2), "see https://x/tx/" + HASH)) {
            assertEquals(List.of(paid), payments(typed));
            assertEquals(List.of(usdt(6)), unmatched(typed));
        }
        assertEquals(List.of(), payments("0x" + "cd".repeat(32)));
    }

    @Test
    void a_payment_is_found_by_the_address_it_waits_at_and_by_whom_it_was_paid() {
        var own = kept(to(OWN, payment("own")));
        var shared = kept(payment("shared"));
        enter(new Entry(transfer(HASH, 0, usdt(5), block(9, "a")), Optional.of(shared.id())));
        assertEquals(List.of(own), payments("0xDE709F2102306220921060314715629080E2FB77".replace("0X", "0x")));
        assertEquals(List.of(shared), payments(SHOPPER.text()));
        assertEquals(List.of(shared), payments(SHOP.text()));
        assertEquals(
                List.of(), payments("0x52908400098527886E0F7030069857D2E4169Ee7"), "a wrong checksum means nothing");
    }

    @Test
    void a_payment_is_found_by_the_amount_that_was_asked_for_and_by_the_one_that_came() {
        var asked = kept(payment("asked", usdt(12_500_123), new Decision.None()));
        var came = kept(payment("came", usdt(13_000_000), new Decision.None()));
        enter(new Entry(transfer(HASH, 0, usdt(12_500_123), block(9, "a")), Optional.of(came.id())));
        enter(new Entry(transfer(HASH, 1, usdt(12_500_123), block(9, "a")), Optional.empty()));
        for (var typed : List.of("12.500123", "12.5001230", "12.500123 usdt")) {
            assertEquals(Set.of(asked, came), Set.copyOf(payments(typed)), typed);
            assertEquals(List.of(usdt(12_500_123)), unmatched(typed));
        }
        for (var typed : List.of("12.500123 ETH", "12.500122", "12.5001231", "-12.500123", "1e3", "0")) {
            assertEquals(List.of(), payments(typed), typed);
        }
    }

    @Test
    void rubbish_finds_nothing_and_breaks_nothing() {
        kept(payment("order"));
        for (var typed :
                List.of("", " ", "%", "' or 1=1 --", "9".repeat(400), "#{1+1}", "\u202e", "\0", "9".repeat(60))) {
            assertEquals(List.of(), payments(typed), typed);
            assertEquals(List.of(), unmatched(typed), typed);
        }
    }

    @Test
    void all_stores_are_leafed_through_together_the_newest_first() {
        var made = IntStream.range(0, 30)
                .mapToObj(i -> opened(of("store" + i % 3, payment("order-" + i)), NOW.plusMillis(i / 2)))
                .map(one -> standing(
                        one,
                        PaymentStatus.values()[one.origin().request().orderRef().length() % 2]))
                .map(this::kept)
                .toList();
        assertEquals(
                List.of("store0", "store1", "store2"),
                ask(() -> shelf().money().lists().search().stores()));
        for (var size : List.of(1, 7, 30, 100)) {
            var seen = leafed(Set.of(), size);
            assertEquals(Set.copyOf(made), Set.copyOf(seen));
            assertEquals(30, seen.size());
            for (var i = 1; i < seen.size(); i++) {
                var older = seen.get(i).terms().openedAt();
                assertEquals(false, older.isAfter(seen.get(i - 1).terms().openedAt()), "newest first");
            }
        }
        var some = leafed(Set.of(PaymentStatus.UNDERPAID), 4);
        assertEquals(
                made.stream()
                        .filter(one -> one.status() == PaymentStatus.UNDERPAID)
                        .count(),
                some.size());
        var second = new Wanted(Optional.of("store1"), Set.of(), Opened.EVER);
        assertEquals(
                Set.of("store1"),
                leafed(second, 4).stream()
                        .map(payment -> payment.origin().storeId())
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), leafed(new Wanted(Optional.of("nobody"), Set.of(), Opened.EVER), 4));
        var latest = made.stream().map(one -> one.terms().openedAt()).max(Instant::compareTo);
        var lately = leafed(new Wanted(Optional.empty(), Set.of(), new Opened(latest, Optional.empty())), 1);
        assertEquals(
                made.stream()
                        .filter(payment -> payment.terms().openedAt().equals(latest.orElseThrow()))
                        .collect(Collectors.toSet()),
                Set.copyOf(lately));
    }

    private List<Payment> leafed(Set<PaymentStatus> statuses, int size) {
        return leafed(Wanted.standing(statuses), size);
    }

    private List<Payment> leafed(Wanted wanted, int size) {
        var seen = new ArrayList<Payment>();
        var place = Optional.of(PaymentCursor.newest());
        while (place.isPresent()) {
            var after = place.get();
            var page = ask(() -> browse.page(wanted, after, size));
            page.payments().stream().map(Snapshot::payment).forEach(seen::add);
            place = page.older();
        }
        return seen;
    }

    private List<Payment> payments(String typed) {
        return ask(() -> find.find(typed)).payments().stream()
                .map(Snapshot::payment)
                .toList();
    }

    private List<Amount> unmatched(String typed) {
        return ask(() -> find.find(typed)).unmatched().stream()
                .map(entry -> entry.transfer().amount())
                .toList();
    }

    private Payment kept(Payment payment) {
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private void enter(Entry entry) {
        commit(() -> shelf().ledger().enter(entry));
    }

    private static Payment of(String store, Payment payment) {
        var origin = new Payment.Origin(
                store, payment.origin().request(), payment.origin().quote());
        return new Payment(payment.id(), origin, payment.receiver(), payment.terms(), payment.standing());
    }

    private static Payment to(Address receiver, Payment payment) {
        return new Payment(payment.id(), payment.origin(), receiver, payment.terms(), payment.standing());
    }
}
