package imtokenpay.refund;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.payment.Terms;
import java.util.Collection;

/// What of a payment can be given back. Only final money counts: what a reorg can still take is not ours to return.
///
/// @param received what came for good, in time or late
/// @param reserved what the payment's refunds take together, but for the cancelled ones
public record Refundable(Amount received, Amount due, Amount reserved) {

    /// Counts a payment's money and its refunds.
    public static Refundable of(
            Collection<Transfer> transfers, Terms terms, ChainView view, Collection<Refund> refunds) {
        var zero = Amount.zero(terms.due().asset());
        var received = transfers.stream()
                .filter(transfer -> terms.finality().reached(transfer, view))
                .map(Transfer::amount)
                .reduce(zero, Amount::plus);
        var reserved = refunds.stream()
                .filter(refund -> refund.state() != RefundState.CANCELLED)
                .map(Refund::amount)
                .reduce(zero, Amount::plus);
        return new Refundable(received, terms.due(), reserved);
    }

    /// What can still be given back.
    public Amount left() {
        return received.above(reserved);
    }

    /// What of the surplus can still be given back.
    public Amount surplus() {
        return received.above(due).above(reserved);
    }
}
