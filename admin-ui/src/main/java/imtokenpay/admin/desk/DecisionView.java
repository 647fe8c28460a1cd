package imtokenpay.admin.desk;

import imtokenpay.flow.resolve.Resolution.Word;
import imtokenpay.flow.resolve.ResolvePayment;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person decides about one payment: its money is taken, or the matter is ended.
@Named("decision")
@RequestScoped
public class DecisionView {
    private interface Step {
        void take(PaymentId id, Word word) throws Refusal;
    }

    private final Optional<PaymentLine> line;
    private final Step accept;
    private final Step close;
    private String reason = "";

    /// For the container's proxy only.
    protected DecisionView() {
        this.line = Optional.empty();
        this.accept = (id, word) -> {};
        this.close = accept;
    }

    @Inject
    public DecisionView(ShowPayment show, ResolvePayment resolve, Stores stores) {
        // By its id, never by its place in a list that may have moved on since it was shown.
        var id = Optional.of(Desk.asked("payment")).filter(PaymentId::isOne).map(PaymentId::new);
        this.line = id.flatMap(show::byId)
                .map(snapshot -> new PaymentLine(snapshot, PaymentsView.storeName(snapshot, stores)));
        this.accept = resolve::accept;
        this.close = resolve::close;
    }

    /// The payment that was chosen.
    public @Nullable PaymentLine line() {
        return line.orElse(null);
    }

    /// Takes what came as enough and as in time.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String accept() {
        return decided(accept);
    }

    /// Ends the matter.
    ///
    /// @return the page to go on with, or null to stay with a message
    public @Nullable String close() {
        return decided(close);
    }

    private @Nullable String decided(Step step) {
        try {
            step.take(new PaymentId(line.orElseThrow().id()), new Word(Desk.who(), reason));
            return "/admin/payment.xhtml?faces-redirect=true&decided=true&payment="
                    + line.orElseThrow().id();
        } catch (Refusal refusal) {
            return Desk.stay(refusal.getMessage());
        }
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
