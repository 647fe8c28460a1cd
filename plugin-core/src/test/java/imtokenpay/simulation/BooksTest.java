package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.Span;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.books.Account;
import imtokenpay.payment.books.TrialBalance;
import imtokenpay.refund.Refunds;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the database sums up of whole simulated histories is what the domain sums up of them, and it balances.
class BooksTest {
    private static final int SEEDS = 60;
    private static final Span ALL = new Span(Optional.empty(), Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @Test
    void on_h2_the_books_of_every_history_balance() {
        balance(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_the_books_of_every_history_balance() {
        balance(StoreDatabase.postgres());
    }

    private static void balance(String address) {
        var accounts = EnumSet.noneOf(Account.class);
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            for (var seed = 0L; seed < SEEDS; seed++) {
                var tables = World.live(seed, new Assembly()).store.committed();
                keep(database.emptied(), tables);
                var shelf = database.shelf();
                var balances = shelf.transactions().in(() -> shelf.reports().balances());
                assertEquals(BookPromises.balances(tables), balances, "seed " + seed);
                for (var balance : balances) {
                    assertEquals(BigInteger.ZERO, balance.difference(), "seed " + seed);
                    balance.lines().stream()
                            .filter(line ->
                                    line.debit().signum() + line.credit().signum() > 0)
                            .forEach(line -> accounts.add(line.account()));
                    theReportsSayTheSame(database, balance);
                }
                theSettledAreAllThere(database, tables);
            }
        }
        // What a person decides does not happen there.
        assertEquals(EnumSet.complementOf(EnumSet.of(Account.CLOSED)), accounts);
    }

    private static void keep(StoreDatabase database, MemoryStore.Tables tables) {
        var shelf = database.shelf();
        shelf.transactions().run(() -> {
            tables.payments().values().forEach(payment -> shelf.payments().add(payment));
            tables.transfers().values().forEach(shelf.ledger()::enter);
            tables.refunds().values().stream()
                    .map(Refunds.Made::refund)
                    .forEach(refund -> shelf.refunds()
                            .add(refund, new Refunds.Call(refund.id().text(), "hash")));
            tables.payouts().values().forEach(shelf.payouts()::enter);
            shelf.reports().complete();
        });
    }

    // A line for each payment and each transfer, page by page: their sums are the accounts.
    private static void theReportsSayTheSame(StoreDatabase database, TrialBalance balance) {
        var zero = Amount.zero(balance.asset());
        var received = zero;
        var refunded = zero;
        for (var line : settled(database)) {
            if (line.payment().status() == PaymentStatus.SETTLED) {
                received = received.plus(line.received());
            }
        }
        for (var line : loose(database)) {
            received = received.plus(line.transfer().amount());
        }
        for (var line : refunds(database)) {
            refunded = refunded.plus(line.payout().amount());
        }
        assertEquals(side(balance, Account.RECEIVED), received.units());
        assertEquals(side(balance, Account.REFUNDED), refunded.units());
    }

    private static BigInteger side(TrialBalance balance, Account account) {
        return balance.lines().stream()
                .filter(line -> line.account() == account)
                .map(TrialBalance.Line::debit)
                .findFirst()
                .orElse(BigInteger.ZERO);
    }

    private static void theSettledAreAllThere(StoreDatabase database, MemoryStore.Tables tables) {
        var settled = tables.payments().values().stream()
                .filter(payment -> payment.status() == PaymentStatus.SETTLED)
                .count();
        assertEquals(
                settled,
                settled(database).stream()
                        .filter(line -> line.payment().status() == PaymentStatus.SETTLED)
                        .count());
        assertTrue(settled(database).stream()
                .allMatch(line -> line.received().covers(line.payment().terms().due())
                        || line.payment().status() == PaymentStatus.REVERSED));
    }

    private static List<Line.Settled> settled(StoreDatabase database) {
        var shelf = database.shelf();
        return pages(after -> shelf.transactions().in(() -> shelf.reports().settled(ALL, after, 2)));
    }

    private static List<Line.Loose> loose(StoreDatabase database) {
        var shelf = database.shelf();
        return pages(after -> shelf.transactions().in(() -> shelf.reports().loose(ALL, after, 2)));
    }

    private static List<Line.Refunded> refunds(StoreDatabase database) {
        var shelf = database.shelf();
        return pages(after ->
                shelf.transactions().in(() -> shelf.money().books().refunds().refunded(ALL, after, 2)));
    }

    private interface Pages<T> {
        List<T> after(Place place);
    }

    private static <T extends Line> List<T> pages(Pages<T> pages) {
        var all = new ArrayList<T>();
        for (var page = pages.after(Place.START);
                !page.isEmpty();
                page = pages.after(page.getLast().place())) {
            all.addAll(page);
            assertTrue(all.size() < 1_000, "the pages have an end");
        }
        return all;
    }
}
