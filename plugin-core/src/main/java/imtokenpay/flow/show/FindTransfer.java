package imtokenpay.flow.show;

import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells a shopper what became of the transaction that he says has paid. What he says is only looked up: nothing is
/// credited for it.
@UseCase
public class FindTransfer {
    // A hash of 32 bytes, wherever it stands in what was typed: shoppers paste an explorer's whole address, too.
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-fA-F])(?:0x)?([0-9a-fA-F]{64})(?![0-9a-fA-F])");
    private static final String ETHEREUM = "eip155";

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
        return hash(chain, typed)
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

    private static Optional<String> hash(ChainId chain, String typed) {
        var found = HASH.matcher(typed);
        if (!found.find()) {
            return Optional.empty();
        }
        var digits = found.group(1).toLowerCase(Locale.ROOT);
        return Optional.of(chain.family().equals(ETHEREUM) ? "0x" + digits : digits);
    }
}
