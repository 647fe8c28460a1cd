package imtokenpay.flow.show;

import imtokenpay.flow.UseCase;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.util.List;

/// Lists a store its payments together with their money.
@UseCase
public class ListPayments {
    private final PaymentList payments;
    private final ShowPayment show;

    @Inject
    public ListPayments(PaymentList payments, ShowPayment show) {
        this.payments = payments;
        this.show = show;
    }

    /// A page, as [PaymentList] gives it.
    public record Page(List<Snapshot> payments, PaymentCursor cursor, boolean hasMore) {}

    /// The payments after a place in the cursor's order.
    ///
    /// @param count 1 to 100
    public Page page(PaymentFilter filter, PaymentCursor after, int count) {
        var page = payments.page(filter, after, count);
        return new Page(page.payments().stream().map(show::snapshot).toList(), page.cursor(), page.hasMore());
    }
}
