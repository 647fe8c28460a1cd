package imtokenpay.flow.find;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.Opened;
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

    /// Which payments are wanted.
    ///
    /// @param store the store's id; empty for all
    /// @param statuses only those that stand so; empty for all
    /// @param opened only those that were asked for then
    public record Wanted(Optional<String> store, Set<PaymentStatus> statuses, Opened opened) {
        /// Those of all stores that stand so.
        public static Wanted standing(Set<PaymentStatus> statuses) {
            return new Wanted(Optional.empty(), statuses, Opened.EVER);
        }
    }

    /// The payments behind a place.
    ///
    /// @param count 1 to 100
    public Page page(Wanted wanted, PaymentCursor after, int count) {
        var pages = search.stores().stream()
                .filter(store -> wanted.store().map(store::equals).orElse(true))
                .map(store -> new PaymentFilter(store, Optional.empty(), wanted.statuses(), wanted.opened()))
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
