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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Credits one transfer of the inbox to the payment that it was meant for.
@Named("credit")
@RequestScoped
public class CreditView {
    private interface Step {
        void take(TransferId transfer, PaymentId payment, Word word) throws Refusal;
    }

    private static final Pattern LOG_INDEX = Pattern.compile("-1|\\d{1,9}");

    private final Step credit;
    private final Supplier<List<PaymentLine>> suggestions;
    private final String chain;
    private final String transaction;
    private final String log;
    private String payment = "";
    private String reason = "";

    /// For the container's proxy only.
    protected CreditView() {
        this.credit = (transfer, id, word) -> {};
        this.suggestions = List::of;
        this.chain = "";
        this.transaction = "";
        this.log = "";
    }

    @Inject
    public CreditView(ResolvePayment resolve, SuggestPayments suggest, Stores stores) {
        this.credit = resolve::credit;
        this.chain = Desk.asked("chain");
        this.transaction = Desk.asked("tx");
        this.log = Desk.asked("log");
        this.payment = Desk.asked("to");
        this.suggestions = () -> PaymentsView.lines(suggest.suggest(transfer()), stores);
    }

    /// The payments that it may have been meant for, the nearest first.
    public List<PaymentLine> suggestions() {
        return isShown() ? suggestions.get() : List.of();
    }

    /// Whether a transfer was chosen.
    public boolean isShown() {
        return !chain.isEmpty()
                && !transaction.isEmpty()
                && LOG_INDEX.matcher(log).matches();
    }

    /// The chain that the transfer is on.
    public String chain() {
        return chain;
    }

    /// The transfer's transaction.
    public String transaction() {
        return transaction;
    }

    /// The transfer's place in its block, or -1.
    public String log() {
        return log;
    }

    /// Credits it.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String credit() {
        if (!PaymentId.isOne(payment)) {
            return Desk.stay("A payment's id is pay_ and 26 letters and digits; the payments page shows it.");
        }
        try {
            credit.take(transfer(), new PaymentId(payment), new Word(Desk.who(), reason));
            return "/admin/inbox.xhtml?faces-redirect=true&decided=true";
        } catch (NoSuchElementException unknown) {
            return Desk.stay("There is no such payment, or no such money.");
        } catch (Refusal refusal) {
            return Desk.stay(refusal.getMessage());
        }
    }

    private TransferId transfer() {
        return new TransferId(new ChainId(chain), transaction, Integer.parseInt(log));
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
