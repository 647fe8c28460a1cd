package imtokenpay.flow.report;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.payment.books.TrialBalance;
import jakarta.inject.Inject;
import java.util.List;

/// Reads reports page by page, each page in a transaction of its own: a report that takes minutes holds nothing up.
@UseCase
public class ReadReports {
    private static final int PAGE = 500;

    private final Reports reports;
    private final RefundReport refunds;
    private final Stores stores;

    @Inject
    public ReadReports(Reports reports, RefundReport refunds, Stores stores) {
        this.reports = reports;
        this.refunds = refunds;
        this.stores = stores;
    }

    /// To be called before a report is read.
    public void begin() {
        reports.complete();
    }

    /// The stores that there can be reports of.
    public List<Store> stores() {
        return stores.all();
    }

    /// The next payments that were settled; none at the end.
    public List<Line.Settled> settled(Span span, Place after) {
        return reports.settled(span, after, PAGE);
    }

    /// The next money that settled no order; none at the end.
    public List<Line.Loose> loose(Span span, Place after) {
        return reports.loose(span, after, PAGE);
    }

    /// The next money that went back; none at the end.
    public List<Line.Refunded> refunded(Span span, Place after) {
        return refunds.refunded(span, after, PAGE);
    }

    /// What stands settled of a span.
    public List<Line.Sum> sums(Span span) {
        return reports.sums(span);
    }

    /// Every account in every asset, as it stands now.
    public List<TrialBalance> balances() {
        return reports.balances();
    }
}
