package imtokenpay.admin.desk;

import imtokenpay.flow.admin.AdminDesk;
import imtokenpay.flow.count.ReadDashboard;
import imtokenpay.flow.find.BrowsePayments;
import imtokenpay.flow.find.FindPayments;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.webhook.PaymentJson.Snapshot;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The payments of all stores: a page of them, or those that were searched for.
@Named("payments")
@RequestScoped
public class PaymentsView {
    private static final int SHOWN_MAX = 50;

    private final String typed;
    private final Optional<PaymentStatus> status;
    private final Optional<LocalDate> since;
    private final boolean isFirstPage;
    private final Shown shown;

    private record Shown(List<PaymentLine> rows, List<InboxLine> unmatched, Optional<PaymentCursor> older) {}

    /// For the container's proxy only.
    protected PaymentsView() {
        this.typed = "";
        this.status = Optional.empty();
        this.since = Optional.empty();
        this.isFirstPage = true;
        this.shown = new Shown(List.of(), List.of(), Optional.empty());
    }

    @Inject
    public PaymentsView(
            BrowsePayments browse, FindPayments find, AdminDesk desk, Stores stores, ReadDashboard dashboard) {
        this.typed = Desk.asked("q").strip();
        this.status = status(Desk.asked("status"));
        this.since = since(Desk.asked("since"));
        var after =
                PaymentCursor.parse(Desk.asked("after")).filter(place -> place.order() == PaymentCursor.Order.NEWEST);
        this.isFirstPage = after.isEmpty();
        if (typed.isEmpty()) {
            var statuses = status.map(Set::of).orElse(Set.of());
            var page = browse.page(statuses, after.orElse(PaymentCursor.newest()), SHOWN_MAX);
            var shownOf = since.map(day -> later(
                            page.payments(), day.atStartOfDay(dashboard.zone()).toInstant()))
                    .orElse(page.payments());
            var hasOlder = shownOf.size() == page.payments().size();
            this.shown =
                    new Shown(lines(shownOf, stores), List.of(), page.older().filter(place -> hasOlder));
        } else {
            var found = find.find(typed);
            this.shown = new Shown(
                    lines(found.payments(), stores),
                    InboxView.lines(found.unmatched(), desk.assets()),
                    Optional.empty());
        }
    }

    /// What was searched for; empty when nothing was.
    public String typed() {
        return typed;
    }

    /// Whether something was searched for.
    public boolean isSearch() {
        return !typed.isEmpty();
    }

    /// Which standing is shown; empty for all.
    public String status() {
        return status.map(PaymentStatus::word).orElse("");
    }

    /// The first day that is shown; empty for all.
    public String since() {
        return since.map(LocalDate::toString).orElse("");
    }

    /// All standings there are.
    public List<String> statuses() {
        return Arrays.stream(PaymentStatus.values()).map(PaymentStatus::word).toList();
    }

    /// Whether the newest payments are shown.
    public boolean isFirstPage() {
        return isFirstPage;
    }

    /// Where the next page begins; empty on the last one.
    public String older() {
        return shown.older.map(PaymentCursor::text).orElse("");
    }

    /// The lines, newest first.
    public List<PaymentLine> rows() {
        return shown.rows;
    }

    /// Money of the inbox that was searched for.
    public List<InboxLine> unmatched() {
        return shown.unmatched;
    }

    private static Optional<PaymentStatus> status(String word) {
        return Arrays.stream(PaymentStatus.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
    }

    // Newest first, so where one is too old all that follow are.
    static List<Snapshot> later(List<Snapshot> payments, Instant from) {
        return payments.stream()
                .filter(snapshot -> !snapshot.payment().terms().openedAt().isBefore(from))
                .toList();
    }

    private static Optional<LocalDate> since(String day) {
        try {
            return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
        } catch (DateTimeException typed) {
            return Optional.empty();
        }
    }

    /// Payments as lines.
    static List<PaymentLine> lines(List<Snapshot> payments, Stores stores) {
        return payments.stream()
                .map(snapshot -> new PaymentLine(snapshot, storeName(snapshot, stores)))
                .toList();
    }

    // A store may have left the configuration while its payments stay.
    static String storeName(Snapshot snapshot, Stores stores) {
        var id = snapshot.payment().origin().storeId();
        return stores.byId(id).map(Store::name).orElse(id);
    }
}
