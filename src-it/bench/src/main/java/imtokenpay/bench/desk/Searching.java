package imtokenpay.bench.desk;

import imtokenpay.adapter.evm.EvmFamily;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import imtokenpay.bench.row.Row;
import imtokenpay.bench.server.DurablePostgres;
import imtokenpay.flow.find.BrowsePayments;
import imtokenpay.flow.find.BrowsePayments.Wanted;
import imtokenpay.flow.find.FindPayments;
import imtokenpay.flow.show.ShowPayment;
import imtokenpay.money.Amount;
import imtokenpay.payment.PaymentId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.payment.list.PaymentCursor;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// How long the person at the desk waits for a page of fifty payments and for what he searches, with a million payments
/// in a real PostgreSQL: the time that 95 of 100 questions stay below, each one for another payment.
public final class Searching implements Row {
    private static final int QUESTIONS = 200;
    private static final int WARM_UPS = 200;
    private static final int PAGE = 50;
    private static final double MILLIS_MAX = 50;
    private static final int DEEP = 1_000 * PAGE;
    private static final Wanted ALL = Wanted.standing(Set.of());
    private static final Wanted RARE = Wanted.standing(Set.of(PaymentStatus.UNRESOLVED));

    private final Random random = new Random(7);

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public List<Line> run() {
        try (var postgres = DurablePostgres.started();
                var database = StoreDatabase.at(postgres.address(), JdbcSeam.open())) {
            MillionPayments.fill(database);
            var shelf = database.shelf();
            var lists = shelf.money().lists();
            var show = new ShowPayment(shelf.payments(), shelf.ledger(), shelf.cursors(), shelf.assets());
            var browse = new BrowsePayments(lists.pages(), lists.search(), show);
            var find = new FindPayments(
                    new FindPayments.Shelf(
                            shelf.payments(), lists.pages(), lists.search(), shelf.ledger(), shelf.refunds()),
                    shelf.assets(),
                    new EvmFamily()::address,
                    show);
            return List.of(
                    line(
                            "first",
                            PAGE,
                            any -> shelf.transactions()
                                    .in(() -> browse.page(ALL, PaymentCursor.newest(), PAGE))
                                    .payments()
                                    .size()),
                    line(
                            "page1000",
                            PAGE,
                            any -> shelf.transactions()
                                    .in(() -> browse.page(ALL, at(MillionPayments.COUNT - DEEP - any % 1_000), PAGE))
                                    .payments()
                                    .size()),
                    line(
                            "rare",
                            10,
                            any -> shelf.transactions()
                                    .in(() -> browse.page(RARE, PaymentCursor.newest(), PAGE))
                                    .payments()
                                    .size()),
                    line("order", 1, number -> count(database, find, "order-" + number)),
                    line("transaction", 1, number -> count(database, find, MillionPayments.hashOf(number))),
                    line("address", 1, number -> count(database, find, MillionPayments.addressOf(number))),
                    line(
                            "amount",
                            1,
                            number -> count(
                                    database,
                                    find,
                                    new Amount(BigInteger.valueOf(10_000_000L + number), OurReader.TOKEN).decimal())));
        }
    }

    private static long count(StoreDatabase database, FindPayments find, String typed) {
        return database.shelf()
                .transactions()
                .in(() -> find.find(typed))
                .payments()
                .size();
    }

    private static PaymentCursor at(int number) {
        return new PaymentCursor(
                PaymentCursor.Order.NEWEST,
                MillionPayments.FIRST.plusSeconds(number),
                new PaymentId("pay_" + "%026X".formatted(number)));
    }

    private Line line(String what, long expected, IntToLongFunction question) {
        var nanos = IntStream.range(0, WARM_UPS + QUESTIONS)
                .mapToLong(turn -> {
                    // Payments that were paid: every fifth was not.
                    var number = 5 * random.nextInt(1, MillionPayments.COUNT / 5) + 1;
                    var begun = System.nanoTime();
                    var count = question.applyAsLong(number);
                    var took = System.nanoTime() - begun;
                    if (count != expected) {
                        throw new WrongCount(
                                name() + "." + what + " of payment " + number + ": " + count + ", not " + expected);
                    }
                    return turn < WARM_UPS ? -1 : took;
                })
                .filter(took -> took >= 0)
                .sorted()
                .toArray();
        return new Line(
                name() + "." + what,
                nanos[QUESTIONS * 95 / 100] / 1e6,
                "ms p95 with a million payments",
                new Line.Goal.AtMost(MILLIS_MAX),
                Map.of("median", nanos[QUESTIONS / 2] / 1e6, "worst", nanos[QUESTIONS - 1] / 1e6));
    }
}
