package imtokenpay.admin.refund;

import imtokenpay.admin.desk.Desk;
import imtokenpay.flow.refund.ShowRefunds;
import imtokenpay.payment.PaymentId;
import imtokenpay.refund.RefundId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The refunds of one payment, or the newest of all, and the one that was chosen.
@Named("refunds")
@RequestScoped
public class RefundsView {
    private static final int SHOWN_MAX = 200;

    private final List<RefundLine> rows;
    private final Optional<RefundLine> chosen;

    /// For the container's proxy only.
    protected RefundsView() {
        this.rows = List.of();
        this.chosen = Optional.empty();
    }

    @Inject
    public RefundsView(ShowRefunds show) {
        var payment =
                Optional.of(Desk.asked("payment")).filter(PaymentId::isOne).map(PaymentId::new);
        var refund = Optional.of(Desk.asked("refund")).filter(RefundId::isOne).map(RefundId::new);
        this.rows = payment.map(show::of).orElseGet(() -> show.newest(SHOWN_MAX)).stream()
                .map(RefundLine::new)
                .toList();
        this.chosen =
                payment.flatMap(of -> refund.flatMap(id -> show.byId(of, id))).map(RefundLine::new);
    }

    /// The lines.
    public List<RefundLine> rows() {
        return rows;
    }

    /// Whether one was chosen.
    public boolean isShown() {
        return chosen.isPresent();
    }

    /// The one that was chosen.
    public @Nullable RefundLine line() {
        return chosen.orElse(null);
    }
}
