package imtokenpay.flow.refund;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Payouts.Payout;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.RefundLifecycle;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Sees on the chain that the merchant has paid a refund. Works within the transaction that records a reading.
@UseCase
public class FollowRefunds {
    private static final Logger LOG = System.getLogger(FollowRefunds.class.getName());

    private final Refunds refunds;
    private final Payouts payouts;
    private final ReceivingSlots slots;
    private final ShowRefunds show;
    private final MoveRefund move;

    @Inject
    public FollowRefunds(Refunds refunds, Payouts payouts, ReceivingSlots slots, ShowRefunds show, MoveRefund move) {
        this.refunds = refunds;
        this.payouts = payouts;
        this.slots = slots;
        this.show = show;
        this.move = move;
    }

    /// Those of the transfers that went to a shopper, and so are no payment's. Where an address is both, it is a
    /// payment's first: money must not get lost.
    public List<Transfer> among(ChainId chain, List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        var payees = refunds.payeesAmong(
                chain, transfers.stream().map(Transfer::receiver).collect(Collectors.toSet()));
        return transfers.stream()
                .filter(transfer -> payees.contains(transfer.receiver()))
                .filter(transfer -> slots.use(transfer.amount().asset(), transfer.receiver())
                        .isEmpty())
                .toList();
    }

    /// Whether a transfer is known as a payout that stands in the chain.
    public boolean isKnown(Transfer transfer) {
        return payouts.byId(transfer.id())
                .filter(payout -> payout.transfer().isIncluded())
                .isPresent();
    }

    /// Moves every refund to where the chain now says it stands.
    ///
    /// @param fork the height above which all that was known is gone
    /// @param out what went to shoppers since, out of [#among]
    public void follow(ChainView view, long fork, List<Transfer> out) {
        var touched = new HashSet<RefundId>();
        for (var payout : payouts.above(view.chain(), fork)) {
            payouts.stands(payout.transfer().id(), new Inclusion.Gone());
            touched.add(payout.refundId());
        }
        followOn(view, out, touched);
    }

    /// The same for what a second look found.
    public void followOn(ChainView view, List<Transfer> out) {
        followOn(view, out, new HashSet<>());
    }

    private void followOn(ChainView view, List<Transfer> out, Set<RefundId> touched) {
        refunds.seen(view.chain()).forEach(refund -> touched.add(refund.id()));
        var candidates = out.stream()
                .flatMap(transfer -> refunds.at(transfer.receiver(), transfer.amount()).stream())
                .map(Refund::id)
                .collect(Collectors.toSet());
        candidates.addAll(touched);
        lock(candidates);
        for (var transfer : out) {
            paid(transfer).ifPresent(refund -> {
                payouts.enter(new Payout(transfer, refund.id()));
                touched.add(refund.id());
            });
        }
        touched.stream().sorted(Comparator.comparing(RefundId::text)).forEach(id -> advance(id, view));
    }

    // All of them and in a fixed order before anything is written, so that nobody waits for us while we wait for him.
    private void lock(Collection<RefundId> ids) {
        var locks = new TreeMap<String, Refund>();
        for (var id : ids) {
            var refund = refunds.byId(id).orElseThrow();
            locks.put(refund.paymentId().text(), refund);
        }
        locks.values().forEach(refund -> move.locked(refund.paymentId()));
    }

    // Of all that were given this address for this amount, the one that still waits for its money; one that has it
    // already only when there is no such. A transfer that a reorg moved stays with the refund that it paid before.
    private Optional<Refund> paid(Transfer transfer) {
        var before = payouts.ofTransaction(transfer.id().chain(), transfer.id().txHash()).stream()
                .filter(payout -> payout.transfer().id().equals(transfer.id())
                        || !payout.transfer().isIncluded())
                .filter(payout -> payout.transfer().movesTheSameAs(transfer))
                .findFirst();
        if (before.isPresent()) {
            return refunds.byId(before.get().refundId());
        }
        return refunds.at(transfer.receiver(), transfer.amount()).stream()
                .filter(refund -> refund.mayBePaidBy(transfer))
                .min(Comparator.comparing((Refund refund) -> !isWaiting(refund))
                        .thenComparing(refund -> !refund.state().isLive()));
    }

    private boolean isWaiting(Refund refund) {
        return refund.state().isLive() && payouts.of(refund.id()).stream().noneMatch(Transfer::isIncluded);
    }

    private void advance(RefundId id, ChainView view) {
        var refund = refunds.byId(id).orElseThrow();
        var before = show.snapshot(refund);
        var next = RefundLifecycle.next(refund.state(), before.payouts(), before.finality(), view);
        if (next != refund.state()) {
            LOG.log(
                    refund.state().isLive() ? Level.INFO : Level.WARNING,
                    "refund {0} of payment {1}: {2} -> {3}",
                    id,
                    refund.paymentId(),
                    refund.state(),
                    next);
            move.moved(refund, next);
        }
        var beyond = RefundLifecycle.beyond(next, before.payouts());
        if (beyond > 0) {
            LOG.log(
                    Level.WARNING,
                    "refund {0} of payment {1}, {2}: {3} transfers too many to the shopper: {4}. Nothing is changed; a"
                            + " person must look.",
                    id,
                    refund.paymentId(),
                    next,
                    beyond,
                    hashes(before.payouts()));
        }
    }

    private static String hashes(List<Transfer> transfers) {
        return transfers.stream()
                .filter(Transfer::isIncluded)
                .map(transfer -> transfer.id().txHash())
                .collect(Collectors.joining(" "));
    }
}
