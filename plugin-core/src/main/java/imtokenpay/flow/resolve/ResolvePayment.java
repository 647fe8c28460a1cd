package imtokenpay.flow.resolve;

import static imtokenpay.payment.Refusal.Reason.ALREADY_CREDITED;
import static imtokenpay.payment.Refusal.Reason.NOTHING_RECEIVED;
import static imtokenpay.payment.Refusal.Reason.NOT_TO_BE_ACCEPTED;
import static imtokenpay.payment.Refusal.Reason.NOT_TO_BE_CLOSED;
import static imtokenpay.payment.Refusal.Reason.OTHER_ASSET;
import static imtokenpay.payment.Refusal.Reason.REASON_MISSING;
import static imtokenpay.payment.Refusal.Reason.REFUND_RECORDED;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.watch.AdvancePayments;
import imtokenpay.money.Amount;
import imtokenpay.payment.Decision;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Refusal;
import imtokenpay.payment.Tally;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A person decides about money that is late, short or nobody's. A decision amends the terms or the facts; the standing
/// is derived from them as always and announced in the same transaction, which also keeps who decided, and why.
@UseCase
public class ResolvePayment {
    /// What it works on.
    public record Shelf(
            Payments payments, Ledger ledger, ChainCursors cursors, Decisions decisions, ShowRefunds refunds) {}

    private final Shelf shelf;
    private final AdvancePayments advance;
    private final AuditTrail audit;
    private final InstantSource clock;

    @Inject
    public ResolvePayment(Shelf shelf, AdvancePayments advance, AuditTrail audit, InstantSource clock) {
        this.shelf = shelf;
        this.advance = advance;
        this.audit = audit;
        this.clock = clock;
    }

    /// Takes what came as enough and as in time. It still needs its confirmations.
    ///
    /// @throws Refusal if no reason is given, there is nothing to accept, or some of it is to be given back
    /// @throws NoSuchElementException if there is no such payment
    public Payment accept(PaymentId id, Word word) throws Refusal {
        refuseIf(!word.isGiven(), REASON_MISSING);
        var payment = shelf.payments.locked(id).orElseThrow();
        refuseIf(!payment.status().mayBeAccepted(), NOT_TO_BE_ACCEPTED);
        var received = received(payment);
        refuseIf(received.received().isZero(), NOTHING_RECEIVED);
        // Whoever records a refund holds the payment's lock, too.
        refuseIf(!shelf.refunds.refundable(id).reserved().isZero(), REFUND_RECORDED);
        var terms = payment.terms().accepting(received.received(), received.newest());
        return decided(
                payment.under(terms),
                Action.PAYMENT_ACCEPTED,
                "accepted " + received.received() + " for " + payment.terms().due(),
                word);
    }

    /// Ends the matter without money for the order; more money opens it again.
    ///
    /// @throws Refusal if no reason is given, or the payment waits for no such decision
    /// @throws NoSuchElementException if there is no such payment
    public Payment close(PaymentId id, Word word) throws Refusal {
        refuseIf(!word.isGiven(), REASON_MISSING);
        var payment = shelf.payments.locked(id).orElseThrow();
        refuseIf(!payment.status().mayBeClosed(), NOT_TO_BE_CLOSED);
        var over = received(payment).received();
        var terms = payment.terms().decided(new Decision.Closed(clock.instant(), over));
        return decided(payment.under(terms), Action.PAYMENT_CLOSED, "closed over " + over, word);
    }

    /// Credits money that matched nothing to a payment, whatever that payment's standing is.
    ///
    /// @throws Refusal if no reason is given, the money is credited already, or it is another asset than is due
    /// @throws NoSuchElementException if there is no such payment or no such transfer
    public Payment credit(TransferId transferId, PaymentId id, Word word) throws Refusal {
        refuseIf(!word.isGiven(), REASON_MISSING);
        var payment = shelf.payments.locked(id).orElseThrow();
        var entry = shelf.ledger.byId(transferId).orElseThrow();
        var transfer = entry.transfer();
        refuseIf(entry.paymentId().isPresent(), ALREADY_CREDITED);
        refuseIf(!transfer.amount().asset().equals(payment.terms().due().asset()), OTHER_ASSET);
        shelf.ledger.correct(new Ledger.Entry(transfer, Optional.of(id)));
        return decided(
                payment,
                Action.TRANSFER_CREDITED,
                "credited " + transfer.amount() + " of transaction " + transferId.txHash(),
                word);
    }

    private Payment decided(Payment payment, Action action, String what, Word word) {
        shelf.payments.replace(payment);
        shelf.decisions.add(new Resolution(payment.id(), clock.instant(), what, word));
        advance.advance(List.of(payment.id()), view(payment));
        audit.add(Deed.of(word.by(), action, payment.id().text(), what + ": " + word.reason()));
        return shelf.payments.byId(payment.id()).orElseThrow();
    }

    private record Money(Amount received, Instant newest) {}

    // The newest of what is accepted can be ahead of this node's clock: another one saw it.
    private Money received(Payment payment) {
        var transfers = shelf.ledger.of(payment.id());
        var newest = transfers.stream()
                .filter(Transfer::isIncluded)
                .map(Transfer::madeAt)
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
        return new Money(Tally.of(transfers, payment.terms(), view(payment)).received(), newest);
    }

    private ChainView view(Payment payment) {
        var chain = payment.terms().due().asset().chain();
        return shelf.cursors
                .view(chain)
                .orElseThrow(() -> new IllegalStateException("a payment on " + chain + ", which was never read"));
    }

    private static void refuseIf(boolean isSo, Refusal.Reason reason) throws Refusal {
        if (isSo) {
            throw new Refusal(reason);
        }
    }
}
