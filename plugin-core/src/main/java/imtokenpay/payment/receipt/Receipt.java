package imtokenpay.payment.receipt;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.money.Price;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was sold, what it cost, and the transactions that paid it. Says only what is final: what is signed cannot be
/// taken back.
///
/// @param transfers those that paid and are final, oldest first
public record Receipt(Payment payment, List<Transfer> transfers, Circumstances circumstances) {
    /// What people know it by.
    ///
    /// @param store the store's name
    /// @param network the chain's name
    /// @param test whether it is about play money
    public record Circumstances(String store, String network, boolean test) {}

    /// The receipt of a payment; empty while it is not settled, or none of its money is final.
    ///
    /// @param transfers all that were matched with it
    /// @param view how far its chain was read
    public static Optional<Receipt> of(
            Payment payment, List<Transfer> transfers, ChainView view, Circumstances circumstances) {
        var paid = transfers.stream()
                .filter(transfer -> payment.terms().finality().reached(transfer, view))
                .sorted(Comparator.comparing(Receipt::time)
                        .thenComparing(transfer -> transfer.id().txHash())
                        .thenComparing(transfer -> transfer.id().logIndex()))
                .toList();
        return payment.status() == PaymentStatus.SETTLED && !paid.isEmpty()
                ? Optional.of(new Receipt(payment, paid, circumstances))
                : Optional.empty();
    }

    /// When the last transaction paid, by the chain's clock.
    public Instant paidAt() {
        return time(transfers.getLast());
    }

    /// What was paid, all together.
    public Amount paid() {
        return transfers.stream().map(Transfer::amount).reduce(Amount::plus).orElseThrow();
    }

    /// What it had to be worth: the price, less what a campaign took off.
    public Price charged() {
        var price = payment.origin().request().price();
        return payment.origin().discount().map(discount -> discount.off(price)).orElse(price);
    }

    /// When a transaction paid, by the chain's clock.
    public static Instant time(Transfer transfer) {
        return block(transfer).time();
    }

    /// The block that a transaction stands in.
    static Inclusion.Included block(Transfer transfer) {
        if (transfer.sighting().inclusion() instanceof Inclusion.Included block) {
            return block;
        }
        throw new IllegalArgumentException("transaction " + transfer.id().txHash() + " stands in no block");
    }
}
