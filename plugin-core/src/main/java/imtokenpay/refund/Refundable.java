package imtokenpay.refund;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.payment.Terms;
import java.util.Collection;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// What of a payment can be given back. Only final money counts: what a reorg can still take is not ours to return.
///
/// @param received what came for good, in time or late
/// @param reserved what the payment's refunds take together: each once unless it is cancelled, and as often as it was
/// paid
public record Refundable(Amount received, Amount due, Amount reserved) {

    /// Counts a payment's money and its refunds.
    ///
    /// @param timesPaid how many transfers in the chain paid a refund
    public static Refundable of(
            Collection<Transfer> transfers,
            Terms terms,
            ChainView view,
            Collection<Refund> refunds,
            ToLongFunction<Refund> timesPaid) {
        var zero = Amount.zero(terms.due().asset());
        var received = transfers.stream()
                .filter(transfer -> terms.finality().reached(transfer, view))
                .map(Transfer::amount)
                .reduce(zero, Amount::plus);
        var reserved = refunds.stream()
                .flatMap(refund -> Stream.generate(refund::amount).limit(times(refund, timesPaid)))
                .reduce(zero, Amount::plus);
        return new Refundable(received, terms.due(), reserved);
    }

    private static long times(Refund refund, ToLongFunction<Refund> timesPaid) {
        return Math.max(refund.state() == RefundState.CANCELLED ? 0 : 1, timesPaid.applyAsLong(refund));
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
