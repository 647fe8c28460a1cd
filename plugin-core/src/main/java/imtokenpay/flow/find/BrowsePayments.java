package imtokenpay.flow.find;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.payment.list.PaymentCursor.Order;
import imtokenpay.payment.list.PaymentFilter;
import imtokenpay.payment.list.PaymentList;
import imtokenpay.payment.list.PaymentSearch;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The payments of all stores, the newest first, page by page. The thousandth page costs as much as the first.
@UseCase
public class BrowsePayments {
    private static final Comparator<Payment> NEWEST_FIRST = Comparator.<Payment, Instant>comparing(
                    payment -> payment.terms().openedAt())
            .thenComparing(payment -> payment.id().text())
            .reversed();

    private final PaymentList list;
    private final PaymentSearch search;
    private final ShowPayment show;

    @Inject
    public BrowsePayments(PaymentList list, PaymentSearch search, ShowPayment show) {
        this.list = list;
        this.search = search;
        this.show = show;
    }

    /// A page.
    ///
    /// @param older where the next page begins; empty behind the last payment
    public record Page(List<Snapshot> payments, Optional<PaymentCursor> older) {}

    /// The payments behind a place.
    ///
    /// @param statuses only those that stand so; empty for all
    /// @param count 1 to 100
    public Page page(Set<PaymentStatus> statuses, PaymentCursor after, int count) {
        var pages = search.stores().stream()
                .map(store -> new PaymentFilter(store, Optional.empty(), statuses))
                .map(filter -> list.page(filter, after, count))
                .toList();
        var payments = pages.stream()
                .flatMap(page -> page.payments().stream())
                .sorted(NEWEST_FIRST)
                .toList();
        var shown = payments.stream().limit(count).toList();
        var hasMore = payments.size() > count || pages.stream().anyMatch(page -> page.hasMore());
        return new Page(
                shown.stream().map(show::snapshot).toList(),
                hasMore ? Optional.of(behind(shown.getLast())) : Optional.empty());
    }

    private static PaymentCursor behind(Payment payment) {
        return new PaymentCursor(Order.NEWEST, payment.terms().openedAt(), payment.id());
    }
}
