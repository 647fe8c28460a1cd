package imtokenpay.admin.report;

import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.ReadReports;
import imtokenpay.flow.report.Span;
import imtokenpay.money.Asset;
import imtokenpay.payment.books.TrialBalance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/// Puts reports together.
@Dependent
public class Sheets {
    private final ReadReports reports;

    @Inject
    public Sheets(ReadReports reports) {
        this.reports = reports;
    }

    /// A day and what was settled on it.
    record Day(LocalDate day, Line.Sum sum) {}

    /// An account in an asset.
    record Posted(Asset asset, TrialBalance.Line line) {}

    /// The report that is wanted.
    Sheet<?> sheet(Wish wish) {
        reports.begin();
        return switch (wish.kind()) {
            case PAYMENTS ->
                new Sheet<>(wish.file(), SettledColumns.in(wish.zone()), taker -> pages(wish, reports::settled, taker));
            case REFUNDS ->
                new Sheet<>(
                        wish.file(),
                        TransferColumns.refunds(wish.zone()),
                        taker -> pages(wish, reports::refunded, taker));
            case LOOSE ->
                new Sheet<>(
                        wish.file(), TransferColumns.loose(wish.zone()), taker -> pages(wish, reports::loose, taker));
            case DAYS -> new Sheet<>(wish.file(), SumColumns.days(), taker -> days(wish, taker));
            case BALANCE -> new Sheet<>(wish.file(), SumColumns.balance(), this::balance);
        };
    }

    private static <T extends Line> void pages(Wish wish, BiFunction<Span, Place, List<T>> read, Sheet.Taker<T> taker)
            throws IOException {
        for (var page = read.apply(wish.span(), Place.START);
                !page.isEmpty();
                page = read.apply(wish.span(), page.getLast().place())) {
            for (var line : page) {
                taker.take(line);
            }
        }
    }

    private void days(Wish wish, Sheet.Taker<Day> taker) throws IOException {
        for (var day = wish.from(); !day.isAfter(wish.to()); day = day.plusDays(1)) {
            for (var sum : reports.sums(wish.day(day))) {
                taker.take(new Day(day, sum));
            }
        }
    }

    private void balance(Sheet.Taker<Posted> taker) throws IOException {
        for (var balance : reports.balances()) {
            for (var line : balance.lines()) {
                taker.take(new Posted(balance.asset(), line));
            }
        }
    }
}
