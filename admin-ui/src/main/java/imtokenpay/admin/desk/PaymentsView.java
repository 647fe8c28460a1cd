package imtokenpay.admin.desk;

import imtokenpay.admin.filter.ListFilter;
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
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The payments of all stores: a page of them, or those that were searched for.
@Named("payments")
@RequestScoped
public class PaymentsView {
    private static final int SHOWN_MAX = 50;

    private final String typed;
    private final List<Store> stores;
    private final ListFilter filter;
    private final boolean isFirstPage;
    private final Shown shown;

    private record Shown(List<PaymentLine> rows, List<InboxLine> unmatched, Optional<PaymentCursor> older) {}

    /// For the container's proxy only.
    protected PaymentsView() {
        this.typed = "";
        this.filter = ListFilter.NONE;
        this.stores = List.of();
        this.isFirstPage = true;
        this.shown = new Shown(List.of(), List.of(), Optional.empty());
    }

    @Inject
    public PaymentsView(
            BrowsePayments browse, FindPayments find, AdminDesk desk, Stores stores, ReadDashboard dashboard) {
        this.typed = Desk.asked("q").strip();
        this.stores = stores.all();
        this.filter = ListFilter.read(Desk::asked, this.stores, dashboard.zone());
        var after =
                PaymentCursor.parse(Desk.asked("after")).filter(place -> place.order() == PaymentCursor.Order.NEWEST);
        this.isFirstPage = after.isEmpty();
        if (!typed.isEmpty()) {
            var found = find.find(typed);
            this.shown = new Shown(
                    lines(found.payments(), stores),
                    InboxView.lines(found.unmatched(), desk.assets()),
                    Optional.empty());
        } else if (filter.mistake().isEmpty()) {
            var page = browse.page(filter.wanted(), after.orElse(PaymentCursor.newest()), SHOWN_MAX);
            this.shown = new Shown(lines(page.payments(), stores), List.of(), page.older());
        } else {
            this.shown = new Shown(List.of(), List.of(), Optional.empty());
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

    /// Which payments are shown by a field of the filter, such as `status` or `since`; empty for all.
    public String field(String name) {
        return filter.field(name);
    }

    /// What stands in a field, right or wrong.
    public String typed(String name) {
        return filter.field(name).isEmpty()
                ? Desk.asked(name)
                : filter.field(name).replace('T', ' ');
    }

    /// What is wrong with the filter, in words; empty if nothing is.
    public String mistake() {
        return filter.mistake();
    }

    /// Whether anything narrows the list.
    public boolean isNarrowed() {
        return !filter.fields().isEmpty();
    }

    /// What narrows the list, as it stands in the page's address.
    public String query() {
        return filter.query();
    }

    /// What narrows the list, field by field.
    public List<Map.Entry<String, String>> kept() {
        return List.copyOf(filter.fields().entrySet());
    }

    /// The same, with another value of a field.
    public String with(String name, String value) {
        return filter.with(name, value);
    }

    /// The stores to choose from.
    public List<Store> stores() {
        return stores;
    }

    /// Whose clocks days and times of the filter are of, such as `Europe/Zurich`.
    public String zone() {
        return filter.zone() == ZoneOffset.UTC ? "UTC" : filter.zone().getId();
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
