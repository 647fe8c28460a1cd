package imtokenpay.flow.seen;

import imtokenpay.chain.watch.WaitingPayment;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.Amount;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells who waits for money that it was seen on its way. What this node has seen itself, at its last look at the
/// chain: another one that reads in its place knows, and this one says nothing.
@UseCase
public class ShowSeen {
    private final WatchedChains chains;
    private final ReceivingSlots slots;

    @Inject
    public ShowSeen(WatchedChains chains, ReceivingSlots slots) {
        this.chains = chains;
        this.slots = slots;
    }

    /// What is on its way to each of those that still wait for money; none for those of which it is not known.
    public Map<PaymentId, Seen> of(Collection<Payment> payments) {
        var all = new HashMap<PaymentId, Seen>();
        for (var payment : payments) {
            if (isWaiting(payment)) {
                waiting(payment).ifPresent(sent -> all.put(payment.id(), seen(payment, sent)));
            }
        }
        return all;
    }

    private static boolean isWaiting(Payment payment) {
        return payment.status() == PaymentStatus.AWAITING || payment.status() == PaymentStatus.UNDERPAID;
    }

    private Optional<List<WaitingPayment>> waiting(Payment payment) {
        var chain = payment.terms().due().asset().chain();
        return chains.all().stream()
                .filter(watched -> watched.reader().chain().equals(chain))
                .findFirst()
                .flatMap(watched -> watched.reader().waiting(payment.receiver()));
    }

    private Seen seen(Payment payment, List<WaitingPayment> sent) {
        var asset = payment.terms().due().asset();
        var own = sent.stream()
                .filter(one -> one.amount().asset().equals(asset) && isFor(payment, one))
                .toList();
        return new Seen(
                own.stream().map(WaitingPayment::amount).reduce(Amount.zero(asset), Amount::plus),
                own.stream().anyMatch(WaitingPayment::isReplaceable));
    }

    // As it will be once a block holds it.
    private boolean isFor(Payment payment, WaitingPayment sent) {
        return slots.holder(sent.receiver(), sent.amount())
                .filter(payment.id().text()::equals)
                .isPresent();
    }
}
