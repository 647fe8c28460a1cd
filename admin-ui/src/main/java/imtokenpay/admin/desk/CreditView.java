package imtokenpay.admin.desk;

import imtokenpay.chain.TransferId;
import imtokenpay.flow.find.SuggestPayments;
import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.resolve.ResolvePayment;
import imtokenpay.merchant.Stores;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Credits one transfer of the inbox to the payment that it was meant for.
@Named("credit")
@RequestScoped
public class CreditView {
    private interface Step {
        void take(TransferId transfer, PaymentId payment, Word word) throws Refusal;
    }

    private static final Pattern LOG_INDEX = Pattern.compile("-1|[0-9]{1,9}");
    private static final Pattern TX_HASH = Pattern.compile("[0-9a-zA-Z]{1,80}");

    private final Step credit;
    private final Optional<TransferId> chosen;
    private final List<PaymentLine> suggestions;
    private String payment = "";
    private String reason = "";

    /// For the container's proxy only.
    protected CreditView() {
        this.credit = (transfer, id, word) -> {};
        this.chosen = Optional.empty();
        this.suggestions = List.of();
    }

    @Inject
    public CreditView(ResolvePayment resolve, SuggestPayments suggest, Stores stores) {
        this.credit = resolve::credit;
        this.chosen = chosen(Desk.asked("chain"), Desk.asked("tx"), Desk.asked("log"));
        this.payment = Desk.asked("to");
        this.suggestions = chosen.map(id -> PaymentsView.lines(suggest.suggest(id), stores))
                .orElse(List.of());
    }

    // By what names it, never by its place in a list; a link that names nothing chooses nothing.
    static Optional<TransferId> chosen(String chain, String transaction, String log) {
        if (!TX_HASH.matcher(transaction).matches() || !LOG_INDEX.matcher(log).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TransferId(new ChainId(chain), transaction, Integer.parseInt(log)));
        } catch (IllegalArgumentException noChain) {
            return Optional.empty();
        }
    }

    /// The payments that it may have been meant for, the nearest first.
    public List<PaymentLine> suggestions() {
        return suggestions;
    }

    /// Whether a transfer was chosen.
    public boolean isShown() {
        return chosen.isPresent();
    }

    /// The chain that the transfer is on.
    public String chain() {
        return chosen.map(id -> id.chain().text()).orElse("");
    }

    /// The transfer's transaction.
    public String transaction() {
        return chosen.map(TransferId::txHash).orElse("");
    }

    /// The transfer's place in its block, or -1.
    public int log() {
        return chosen.map(TransferId::logIndex).orElse(0);
    }

    /// Credits it.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String credit() {
        if (!PaymentId.isOne(payment)) {
            return Desk.stay("A payment's id is pay_ and 26 letters and digits; the payments page shows it.");
        }
        try {
            credit.take(chosen.orElseThrow(), new PaymentId(payment), new Word(Desk.who(), reason));
            return "/admin/inbox.xhtml?faces-redirect=true&decided=true";
        } catch (NoSuchElementException unknown) {
            return Desk.stay("There is no such payment, or no such money.");
        } catch (Refusal refusal) {
            return Desk.stay(refusal.getMessage());
        }
    }

    public String getPayment() {
        return payment;
    }

    public void setPayment(String payment) {
        this.payment = payment.strip();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
