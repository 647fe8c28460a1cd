package imtokenpay.flow.watch;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.refund.FollowRefunds;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Terms;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Enters what a reading brought, and moves the payments that it touches: transfers, standings, cursor and
/// outbox commit
/// together or not at all.
@UseCase
public class RecordTransfers {
    /// What it writes in.
    public record Shelf(ChainCursors cursors, Ledger ledger, ReceivingSlots slots, Payments payments) {}

    private final Shelf shelf;
    private final AdvancePayments advance;
    private final FollowRefunds refunds;

    @Inject
    public RecordTransfers(Shelf shelf, AdvancePayments advance, FollowRefunds refunds) {
        this.shelf = shelf;
        this.advance = advance;
        this.refunds = refunds;
    }

    /// Commits the reading.
    ///
    /// @return how many transfers were entered that were never seen before
    /// @throws ChainCursors.StaleWriter if somebody else has written since; nothing was committed then
    public int record(Lease lease, ChainTail known, Reading read) {
        var reading = shelf.cursors.view(lease.chain()).map(read::after).orElse(read);
        shelf.cursors.advance(lease, known, reading);
        // In a fixed order, so that two transactions never wait for each other's payments.
        var touched = new TreeMap<String, PaymentId>();
        for (var entry : shelf.ledger.above(lease.chain(), reading.fork().height())) {
            shelf.ledger.stands(entry.transfer().id(), new Inclusion.Gone());
            entry.paymentId().ifPresent(id -> touched.put(id.text(), id));
        }
        var out = refunds.among(lease.chain(), reading.transfers());
        var entered = enter(without(out, reading.transfers()), touched);
        for (var id : advance.stirredBy(reading.view())) {
            touched.put(id.text(), id);
        }
        advance.advance(touched.values(), reading.view());
        refunds.follow(reading.view(), reading.fork().height(), out);
        releaseDue(reading.view());
        return entered;
    }

    /// Commits what a second look at blocks that were read before brought. What is known already stays as it is.
    ///
    /// @param from the height after which was looked again
    /// @param to the height up to which
    /// @return how many transfers the first look had missed
    /// @throws ChainCursors.StaleWriter if somebody else has written since; nothing was committed then
    public int recordAgain(Lease lease, long from, long to, List<Transfer> transfers) {
        shelf.cursors.lookedAgain(lease, from, to);
        var missed = transfers.stream()
                .filter(transfer -> shelf.ledger
                        .byId(transfer.id())
                        .filter(known -> known.transfer().isIncluded())
                        .isEmpty())
                .filter(transfer -> !refunds.isKnown(transfer))
                .toList();
        var touched = new TreeMap<String, PaymentId>();
        var view = shelf.cursors.view(lease.chain()).orElseThrow();
        var out = refunds.among(lease.chain(), missed);
        enter(without(out, missed), touched);
        advance.advance(touched.values(), view);
        refunds.followOn(view, out);
        return missed.size() - out.size();
    }

    private static List<Transfer> without(List<Transfer> out, List<Transfer> transfers) {
        return out.isEmpty()
                ? transfers
                : transfers.stream().filter(transfer -> !out.contains(transfer)).toList();
    }

    // By the chain's own time: what was paid while nobody could look is still to be found. A rest between two leases
    // as long as clocks may differ keeps money of the old one from looking as if it were made in the new one.
    private void releaseDue(ChainView view) {
        shelf.slots.releaseDue(view.chain(), view.asOf().minus(Terms.clocksDifferMax(view.chain())));
    }

    private int enter(List<Transfer> transfers, Map<String, PaymentId> touched) {
        var entered = 0;
        for (var transfer : transfers) {
            var before = shelf.ledger.byId(transfer.id());
            var after = entry(transfer, before);
            before.ifPresentOrElse(any -> shelf.ledger.correct(after), () -> shelf.ledger.enter(after));
            entered += before.isPresent() ? 0 : 1;
            before.flatMap(Ledger.Entry::paymentId).ifPresent(id -> touched.put(id.text(), id));
            after.paymentId().ifPresent(id -> touched.put(id.text(), id));
        }
        return entered;
    }

    // A reorg can put a transaction into another block, where its logs have other indexes or, if it is written so, move
    // other amounts. The chain's new word counts, and only a transfer that moves the same is still the old one.
    private Ledger.Entry entry(Transfer transfer, Optional<Ledger.Entry> before) {
        var old = before.filter(entry -> entry.transfer().movesTheSameAs(transfer))
                .or(() -> shelf
                        .ledger
                        .ofTransaction(transfer.id().chain(), transfer.id().txHash())
                        .stream()
                        .filter(entry -> !entry.transfer().isIncluded()
                                && entry.transfer().movesTheSameAs(transfer))
                        .findFirst());
        if (old.isPresent()) {
            return new Ledger.Entry(
                    transfer.seenLike(old.get().transfer()), old.get().paymentId());
        }
        return new Ledger.Entry(transfer, payment(transfer));
    }

    // Exactly the leased amount at a shared address, or whatever comes to an address of its own, is that payment's;
    // anything else waits for a person. So does money made before the lease, which was meant for someone else.
    private Optional<PaymentId> payment(Transfer transfer) {
        if (transfer.amount().isZero()) {
            return Optional.empty();
        }
        return shelf.slots
                .holder(transfer.receiver(), transfer.amount())
                .map(PaymentId::new)
                .filter(id -> shelf.payments.byId(id).orElseThrow().terms().mayBePaidBy(transfer));
    }
}
