package imtokenpay.refund;

import static imtokenpay.refund.RefundState.AWAITING_ADDRESS;
import static imtokenpay.refund.RefundState.CANCELLED;
import static imtokenpay.refund.RefundState.COMPLETED;
import static imtokenpay.refund.RefundState.OPEN;
import static imtokenpay.refund.RefundState.SEEN;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Finality;
import imtokenpay.chain.Transfer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/// The life of a refund. The state is *derived* from the transfers that were seen by [#next] and then *checked* against
/// [#MOVES]. A reorg has no code of its own: the transfers change, and the state is derived again.
public final class RefundLifecycle {
    /// The only moves there are.
    static final Map<RefundState, Set<RefundState>> MOVES = Map.of(
            AWAITING_ADDRESS, Set.of(OPEN, CANCELLED),
            OPEN, Set.of(SEEN, COMPLETED, CANCELLED),
            SEEN, Set.of(OPEN, COMPLETED),
            COMPLETED, Set.of(OPEN),
            CANCELLED, Set.of());

    private RefundLifecycle() {}

    /// Where a refund stands by its transfers. What a cancelled one was paid all the same changes nothing and is for a
    /// person to see.
    ///
    /// @param payouts the transfers that were seen for it, in the chain or not any more
    /// @throws IllegalStateException if the facts lead to a move that is not listed: our mistake,
    /// and nothing is written
    public static RefundState next(RefundState now, Collection<Transfer> payouts, Finality finality, ChainView view) {
        var next = standing(now, payouts, finality, view);
        if (next != now && !MOVES.get(now).contains(next)) {
            throw new IllegalStateException("no move of a refund from " + now + " to " + next);
        }
        return next;
    }

    /// How many transfers in the chain are more than should have been made.
    public static long beyond(RefundState state, Collection<Transfer> payouts) {
        var included = payouts.stream().filter(Transfer::isIncluded).count();
        return state == CANCELLED ? included : Math.max(0, included - 1);
    }

    // A completed one stays so while its money is in the chain, however few confirmations a reorg leaves it.
    private static RefundState standing(
            RefundState now, Collection<Transfer> payouts, Finality finality, ChainView view) {
        return switch (now) {
            case AWAITING_ADDRESS, CANCELLED -> now;
            case OPEN, SEEN, COMPLETED -> {
                if (payouts.stream().noneMatch(Transfer::isIncluded)) {
                    yield OPEN;
                }
                var isFinal = payouts.stream().anyMatch(payout -> finality.reached(payout, view));
                yield now == COMPLETED || isFinal ? COMPLETED : SEEN;
            }
        };
    }
}
