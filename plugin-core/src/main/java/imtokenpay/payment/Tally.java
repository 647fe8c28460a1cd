package imtokenpay.payment;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import java.util.Collection;

/// What a payment's transfers add up to. Counted anew from the facts each time; nothing is ever incremented, so
/// a reorg needs no code of its own.
///
/// @param included in the chain and in time
/// @param confirmed of these, what is final
/// @param late in the chain, but made after the deadline
/// @param confirmations those of the youngest transfer that is needed to cover the due amount; 0 when none is
/// there
public record Tally(Amount included, Amount confirmed, Amount late, long confirmations) {

    /// Counts the transfers under the terms as that view shows them.
    public static Tally of(Collection<Transfer> transfers, Terms terms, ChainView view) {
        var zero = Amount.zero(terms.due().asset());
        var included = zero;
        var confirmed = zero;
        var late = zero;
        for (var transfer : transfers) {
            if (!transfer.isIncluded()) {
                continue;
            }
            if (!terms.inTime(transfer)) {
                late = late.plus(transfer.amount());
                continue;
            }
            included = included.plus(transfer.amount());
            if (terms.finality().reached(transfer, view)) {
                confirmed = confirmed.plus(transfer.amount());
            }
        }
        return new Tally(included, confirmed, late, covering(transfers, terms, view));
    }

    /// Everything that is in the chain, in time or late.
    public Amount received() {
        return included.plus(late);
    }

    /// What came beyond the due amount.
    public Amount surplus(Terms terms) {
        return received().above(terms.due());
    }

    /// What is still missing.
    public Amount rest(Terms terms) {
        return terms.due().above(included);
    }

    // The transfers are taken oldest block first, as a merchant would count coins on the table: the one that completes
    // the sum is the youngest that matters, and a later surplus does not set the shopper back to "1 of 6".
    private static long covering(Collection<Transfer> transfers, Terms terms, ChainView view) {
        var inTime = transfers.stream()
                .filter(transfer -> transfer.isIncluded() && terms.inTime(transfer))
                .sorted((a, b) -> Long.compare(view.confirmations(b), view.confirmations(a)))
                .toList();
        var sum = Amount.zero(terms.due().asset());
        var confirmations = 0L;
        for (var transfer : inTime) {
            sum = sum.plus(transfer.amount());
            confirmations = view.confirmations(transfer);
            if (sum.covers(terms.due())) {
                break;
            }
        }
        return confirmations;
    }
}
