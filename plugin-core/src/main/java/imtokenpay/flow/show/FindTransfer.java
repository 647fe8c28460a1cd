package imtokenpay.flow.show;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.TypedHash;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import jakarta.inject.Inject;
import java.util.Optional;

/// Tells a shopper what became of the transaction that he says has paid. What he says is only looked up: nothing is
/// credited for it.
@UseCase
public class FindTransfer {
    private final Ledger ledger;
    private final ChainCursors cursors;

    @Inject
    public FindTransfer(Ledger ledger, ChainCursors cursors) {
        this.ledger = ledger;
        this.cursors = cursors;
    }

    /// What became of it.
    public enum Verdict {
        /// It counts for the payment.
        COUNTED,
        /// It did, and a reorg removed it.
        GONE,
        /// It was credited to another payment.
        OTHER,
        /// It came, matched nothing, and waits for a person.
        UNMATCHED,
        /// None of our addresses got anything by it, as far as we have read.
        UNSEEN,
        /// What was typed holds no hash.
        RUBBISH
    }

    /// What was found.
    ///
    /// @param txHash as the chain writes it; empty if none was typed
    /// @param head height of the newest block that was read
    public record Finding(Verdict verdict, String txHash, long head) {}

    /// Looks a transaction up on the payment's chain.
    ///
    /// @param typed anything
    public Finding find(Payment payment, String typed) {
        var chain = payment.terms().due().asset().chain();
        var head = cursors.view(chain).map(ChainView::head).orElse(0L);
        return TypedHash.in(typed, chain)
                .map(hash -> new Finding(verdict(payment, chain, hash), hash, head))
                .orElseGet(() -> new Finding(Verdict.RUBBISH, "", head));
    }

    private Verdict verdict(Payment payment, ChainId chain, String txHash) {
        var entries = ledger.ofTransaction(chain, txHash);
        var ours = entries.stream()
                .filter(entry -> entry.paymentId().equals(Optional.of(payment.id())))
                .toList();
        if (!ours.isEmpty()) {
            return ours.stream().anyMatch(entry -> entry.transfer().isIncluded()) ? Verdict.COUNTED : Verdict.GONE;
        }
        if (entries.isEmpty()) {
            return Verdict.UNSEEN;
        }
        return entries.stream().anyMatch(entry -> entry.paymentId().isEmpty()) ? Verdict.UNMATCHED : Verdict.OTHER;
    }
}
