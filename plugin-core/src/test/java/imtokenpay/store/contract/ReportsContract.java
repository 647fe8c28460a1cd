package imtokenpay.store.contract;

import static imtokenpay.store.contract.Samples.NOW;
import static imtokenpay.store.contract.Samples.SHOP;
import static imtokenpay.store.contract.Samples.SHOPPER;
import static imtokenpay.store.contract.Samples.USDT;
import static imtokenpay.store.contract.Samples.accepted;
import static imtokenpay.store.contract.Samples.block;
import static imtokenpay.store.contract.Samples.payment;
import static imtokenpay.store.contract.Samples.transfer;
import static imtokenpay.store.contract.Samples.usdt;
import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.flow.report.Line;
import imtokenpay.flow.report.Place;
import imtokenpay.flow.report.Span;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.money.Amount;
import imtokenpay.money.Price;
import imtokenpay.payment.Ledger.Entry;
import imtokenpay.payment.Payment;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.books.Account;
import imtokenpay.payment.books.TrialBalance;
import imtokenpay.quote.campaign.CampaignId;
import imtokenpay.quote.campaign.Discount;
import imtokenpay.refund.Payouts.Payout;
import imtokenpay.refund.Refund;
import imtokenpay.refund.RefundId;
import imtokenpay.refund.Refunds;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What reports promise whoever keeps the books.
public abstract class ReportsContract extends StoreContract {
    private static final Span ALL = span(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    @Test
    void a_payment_is_settled_when_its_chain_had_enough_for_it_and_stays_so() {
        var payment = added(payment("order"));
        comes("0x1", usdt(5_000_000), 101, Optional.of(payment));
        comes("0x2", usdt(7_500_000), 102, Optional.of(payment));
        comes("0x3", usdt(1), 103, Optional.of(payment));
        move(payment, PaymentStatus.CONFIRMING);
        assertEquals(List.of(), settled(ALL));
        move(payment, PaymentStatus.SETTLED);
        assertEquals(block(102, "a").time(), settled(ALL).getFirst().at());
        assertEquals(usdt(12_500_001), settled(ALL).getFirst().received());
        var moved = new Inclusion.Included(200, "0xelsewhere", block(200, "a").time());
        commit(() -> shelf().ledger()
                .stands(transfer("0x2", 0, usdt(1), block(102, "a")).id(), moved));
        move(payment, PaymentStatus.SETTLED);
        assertEquals(block(102, "a").time(), settled(ALL).getFirst().at(), "a surplus or a reorg moves it nowhere");
    }

    @Test
    void a_span_has_its_first_moment_and_not_its_last() {
        var payment = paid("order", 101, 1);
        var at = block(101, "a").time();
        assertEquals(List.of(payment.id()), ids(settled(span(at, at.plusMillis(1)))));
        assertEquals(List.of(), ids(settled(span(at.minusSeconds(1), at))));
        assertEquals(List.of(), ids(settled(span(at.plusMillis(1), at.plusSeconds(9)))));
    }

    @Test
    void every_line_comes_once_however_long_the_pages_are() {
        var all = new ArrayList<Payment>();
        for (var i = 0; i < 12; i++) {
            // Four settle in the same block.
            all.add(paid("order" + i, 101 + i / 4, i));
            comes("0xloose" + i, usdt(7), 101 + i / 4, Optional.empty());
        }
        for (var size : List.of(1, 3, 4, 5, 100)) {
            assertEquals(12, settled(ALL, size).stream().distinct().count(), "pages of " + size);
            assertEquals(12, loose(ALL, size).stream().distinct().count(), "pages of " + size);
        }
        assertEquals(
                all.stream()
                        .map(Payment::id)
                        .sorted(Comparator.comparing(Object::toString))
                        .toList(),
                ids(settled(ALL)).stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
    }

    @Test
    void a_store_sees_its_own_and_no_money_that_is_nobodys() {
        var others = payment("order");
        var origin = new Payment.Origin(
                "toys", others.origin().request(), others.origin().quote());
        var toys = added(new Payment(others.id(), origin, others.receiver(), others.terms(), others.standing()));
        comes("0x1", usdt(12_500_000), 101, Optional.of(toys));
        move(toys, PaymentStatus.SETTLED);
        var mine = paid("order", 102, 2);
        comes("0x3", usdt(3), 103, Optional.empty());
        var short1 = added(payment("short"));
        comes("0x4", usdt(4), 103, Optional.of(short1));
        move(short1, PaymentStatus.UNRESOLVED);
        var books = new Span(Optional.of("books"), ALL.from(), ALL.until());
        assertEquals(List.of(mine.id()), ids(settled(books)));
        assertEquals(
                List.of(usdt(4)),
                loose(books, 10).stream().map(one -> one.transfer().amount()).toList());
        assertEquals(2, loose(ALL, 10).size());
        assertEquals(1, ask(() -> shelf().reports().sums(books)).size());
        assertEquals(2, ask(() -> shelf().reports().sums(ALL)).size());
    }

    @Test
    void a_day_is_summed_by_store_asset_and_currency_without_play_money() {
        var reduced = payment("reduced");
        var discount =
                new Discount(new CampaignId("cmp_0123456789ABCDEFGHJKMNPQRS"), "x", true, Price.of("2.50", "EUR"));
        var origin = reduced.origin();
        var less = new Payment.Origin("books", origin.request(), Optional.of(discount), origin.quote());
        var one = added(new Payment(reduced.id(), less, reduced.receiver(), reduced.terms(), reduced.standing()));
        comes("0x1", usdt(12_500_000), 101, Optional.of(one));
        move(one, PaymentStatus.SETTLED);
        paid("other", 102, 2);
        var eur = Currency.getInstance("EUR");
        var money = new Line.Sum.Money(eur, new BigDecimal("25.00000000"), new BigDecimal("2.50000000"));
        assertEquals(
                List.of(new Line.Sum("books", USDT, 2, usdt(25_000_000), money)),
                ask(() -> shelf().reports().sums(ALL)));
        commit(() -> shelf().assets().provide(accepted(USDT)));
        assertEquals(List.of(), ask(() -> shelf().reports().sums(ALL)), "the sample's asset is play money");
        assertEquals(
                List.of(true, true),
                settled(ALL).stream().map(Line.Settled::test).toList());
        var real = accepted(USDT);
        commit(() -> shelf().assets()
                .provide(new AcceptedAsset(
                        USDT, real.network(), SHOP, real.finality(), new AcceptedAsset.Standing(true, false))));
        assertEquals(1, ask(() -> shelf().reports().sums(ALL)).size());
    }

    @Test
    void what_a_reorg_took_back_is_told_as_such_and_summed_up_nowhere() {
        var payment = paid("order", 101, 1);
        paid("other", 102, 2);
        move(payment, PaymentStatus.REVERSED);
        assertEquals(
                List.of("reversed", "settled"),
                settled(ALL).stream()
                        .map(line -> line.payment().status().word())
                        .toList());
        assertEquals(
                List.of(1L),
                ask(() -> shelf().reports().sums(ALL)).stream()
                        .map(Line.Sum::payments)
                        .toList());
    }

    @Test
    void the_books_balance_whatever_became_of_the_money() {
        moneyOfEveryKind();
        assertEquals(
                List.of("closed", "unresolved", "none"),
                loose(ALL, 10).stream()
                        .map(line ->
                                line.payment().map(one -> one.status().word()).orElse("none"))
                        .toList());
        var balance = ask(() -> shelf().reports().balances());
        assertEquals(
                List.of(new TrialBalance(
                        USDT,
                        List.of(
                                line(Account.RECEIVED, 25_500_024, 500_000),
                                line(Account.SETTLED, 0, 25_000_000),
                                line(Account.OVERPAID, 0, 500_000),
                                line(Account.WAITING, 0, 8),
                                line(Account.CLOSED, 0, 7),
                                line(Account.UNMATCHED, 0, 9),
                                line(Account.REFUNDED, 500_000, 0)))),
                balance);
        assertEquals(BigInteger.ZERO, balance.getFirst().difference());
    }

    @Test
    void what_went_back_is_told_with_its_reason() {
        var payout = moneyOfEveryKind();
        var lines = ask(() -> shelf().money().books().refunds().refunded(ALL, Place.START, 10));
        assertEquals(List.of(payout), lines.stream().map(Line.Refunded::payout).toList());
        assertEquals("over", lines.getFirst().reason().orderRef());
        assertEquals("=paid \"twice\"", lines.getFirst().reason().words());
        assertEquals(usdt(500_000), settled(ALL).getLast().refunded());
        var toys = new Span(Optional.of("toys"), ALL.from(), ALL.until());
        assertEquals(List.of(), ask(() -> shelf().money().books().refunds().refunded(toys, Place.START, 10)));
    }

    // Answers what went back.
    private Transfer moneyOfEveryKind() {
        paid("paid", 101, 1);
        var over = added(payment("over"));
        comes("0x2", usdt(13_000_000), 102, Optional.of(over));
        move(over, PaymentStatus.SETTLED, usdt(500_000));
        var closed = added(payment("closed"));
        comes("0x3", usdt(7), 103, Optional.of(closed));
        move(closed, PaymentStatus.CLOSED);
        var late = added(payment("late"));
        comes("0x4", usdt(8), 104, Optional.of(late));
        move(late, PaymentStatus.UNRESOLVED);
        comes("0x5", usdt(9), 105, Optional.empty());
        var refund = Refund.recorded(
                new RefundId("rfd_" + "A".repeat(26)),
                new Refund.Origin(over.id(), NOW, "owner", "=paid \"twice\""),
                usdt(500_000));
        var came = transfer("0x6", 0, usdt(500_000), block(106, "a"));
        var payout = new Transfer(came.id(), came.amount(), SHOP, SHOPPER, came.sighting());
        commit(() -> shelf().refunds().add(refund, new Refunds.Call("key", "hash")));
        commit(() -> shelf().payouts().enter(new Payout(payout, refund.id())));
        return payout;
    }

    private static TrialBalance.Line line(Account account, long debit, long credit) {
        return new TrialBalance.Line(account, BigInteger.valueOf(debit), BigInteger.valueOf(credit));
    }

    private static Span span(Instant from, Instant until) {
        return new Span(Optional.empty(), from, until);
    }

    private static List<Object> ids(List<Line.Settled> lines) {
        return lines.stream().<Object>map(line -> line.payment().id()).toList();
    }

    private Payment paid(String order, long height, int number) {
        var payment = added(payment(order));
        comes("0xpaid" + number, payment.terms().due(), height, Optional.of(payment));
        move(payment, PaymentStatus.SETTLED);
        return payment;
    }

    private Payment added(Payment payment) {
        commit(() -> shelf().payments().add(payment));
        return payment;
    }

    private void comes(String hash, Amount amount, long height, Optional<Payment> payment) {
        var entry = new Entry(transfer(hash, 0, amount, block(height, "a")), payment.map(Payment::id));
        commit(() -> shelf().ledger().enter(entry));
    }

    private void move(Payment payment, PaymentStatus status) {
        move(payment, status, usdt(0));
    }

    private void move(Payment payment, PaymentStatus status, Amount surplus) {
        commit(() -> {
            var now = shelf().payments().locked(payment.id()).orElseThrow();
            shelf().payments().replace(now.movedTo(status).withSurplus(surplus));
        });
    }

    private List<Line.Settled> settled(Span span) {
        return settled(span, 100);
    }

    private List<Line.Settled> settled(Span span, int size) {
        var all = new ArrayList<Line.Settled>();
        for (var page = ask(() -> shelf().reports().settled(span, Place.START, size)); !page.isEmpty(); ) {
            all.addAll(page);
            var last = page.getLast().place();
            page = ask(() -> shelf().reports().settled(span, last, size));
        }
        return all;
    }

    private List<Line.Loose> loose(Span span, int size) {
        var all = new ArrayList<Line.Loose>();
        for (var page = ask(() -> shelf().reports().loose(span, Place.START, size)); !page.isEmpty(); ) {
            all.addAll(page);
            var last = page.getLast().place();
            page = ask(() -> shelf().reports().loose(span, last, size));
        }
        return all;
    }
}
