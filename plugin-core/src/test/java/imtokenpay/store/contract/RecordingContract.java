package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.CHAIN;
import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.reading;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.viewAt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.monitor.PaymentMonitor;
import imtokenpay.flow.show.AnnouncePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.flow.show.ShowProgress;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.flow.watch.RecordTransfers;
import imtokenpay.merchant.ReceivingSlot;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.store.RefundSteps;
import imtokenpay.webhook.PaymentJson.Snapshot;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A reading is kept whole or not at all, wherever it is kept: transfers, standings, cursor and outbox.
public abstract class RecordingContract extends StoreContract {
    private static final BlockRef BEGIN = block(10, "a");

    /// What one sees of a reading afterwards.
    private record Seen(int transfers, PaymentStatus status, long cursor, int events) {}

    @Test
    void a_reading_is_kept_whole() {
        var lease = begun();
        var payment = opened();
        commit(() -> record().record(lease, new ChainTail(List.of(BEGIN)), paying(payment)));
        assertEquals(new Seen(1, PaymentStatus.CONFIRMING, 11, 1), seen(payment));
    }

    @Test
    void a_reading_that_is_rolled_back_leaves_nothing() {
        var lease = begun();
        var payment = opened();
        rollBack(() -> record().record(lease, new ChainTail(List.of(BEGIN)), paying(payment)));
        assertEquals(new Seen(0, PaymentStatus.AWAITING, 10, 0), seen(payment));
        commit(() -> record().record(lease, new ChainTail(List.of(BEGIN)), paying(payment)));
        assertEquals(new Seen(1, PaymentStatus.CONFIRMING, 11, 1), seen(payment));
    }

    @Test
    void who_looks_at_payments_is_told_of_new_events_and_of_new_blocks_while_money_is_counted() {
        var lease = begun();
        var payment = opened();
        var other = payment("other");
        commit(() -> shelf().payments().add(other));
        var before = List.of(shown(payment), shown(other));
        assertEquals(List.of(), changed(before));

        commit(() -> record().record(lease, new ChainTail(List.of(BEGIN)), paying(payment)));
        var paid = shown(payment);
        assertEquals(List.of(paid), changed(before));
        assertEquals(List.of(), changed(List.of(paid, shown(other))));

        assertEquals(
                List.of(paid),
                ask(() ->
                        new ShowProgress(shelf().payments(), shelf().cursors(), show()).changed(List.of(paid), true)));
        var next = block(12, "a");
        var tail = new ChainTail(List.of(block(11, "a")));
        commit(() -> record().record(lease, tail, reading(block(11, "a"), List.of(next))));
        assertEquals(List.of(shown(payment)), changed(List.of(paid, before.getLast())));
    }

    private Snapshot shown(Payment payment) {
        return ask(() -> show().byId(payment.id())).orElseThrow();
    }

    private List<Snapshot> changed(List<Snapshot> shown) {
        return ask(() -> new ShowProgress(shelf().payments(), shelf().cursors(), show()).changed(shown, false));
    }

    private Lease begun() {
        var lease = ask(() -> shelf().leases().acquire(CHAIN, "node", Duration.ZERO))
                .orElseThrow();
        commit(() -> shelf().cursors().begin(lease, BEGIN, viewAt(BEGIN)));
        return lease;
    }

    private Payment opened() {
        var payment = payment("order");
        var slot = new ReceivingSlot(payment.receiver(), payment.terms().due());
        commit(() -> {
            shelf().payments().add(payment);
            shelf().slots().lease(slot, payment.id().text(), NOW);
        });
        return payment;
    }

    private static Reading paying(Payment payment) {
        var next = block(11, "a");
        return reading(BEGIN, List.of(next), transfer("0x1", 0, payment.terms().due(), next));
    }

    private Seen seen(Payment payment) {
        return ask(() -> new Seen(
                shelf().ledger().of(payment.id()).size(),
                shelf().payments().byId(payment.id()).orElseThrow().status(),
                shelf().cursors().view(CHAIN).orElseThrow().head(),
                shelf().outbox().claim("books", 100, NOW.plusSeconds(1), NOW).size()));
    }

    private RecordTransfers record() {
        var show = show();
        var announce = new AnnouncePayment(
                shelf().outbox(), show, id -> "https://pay.example/" + id, new PaymentMonitor() {}, () -> NOW);
        var advance = new AdvancePayments(shelf().payments(), shelf().ledger(), announce);
        var books = new RecordTransfers.Shelf(shelf().cursors(), shelf().ledger(), shelf().slots(), shelf().payments());
        var refunds = RefundSteps.of(RefundSteps.Books.of(shelf()), show, announce, () -> NOW);
        return new RecordTransfers(books, advance, refunds.follow());
    }

    private ShowPayment show() {
        return new ShowPayment(shelf().payments(), shelf().ledger(), shelf().cursors(), shelf().assets());
    }
}
