package imtokenpay.bench.desk;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import imtokenpay.bench.row.Row;
import imtokenpay.bench.server.DurablePostgres;
import imtokenpay.flow.count.Days;
import imtokenpay.flow.count.Figures;
import imtokenpay.flow.count.Period;
import imtokenpay.flow.count.ReadDashboard;
import imtokenpay.flow.stock.TakeStock;
import imtokenpay.money.ChainId;
import imtokenpay.refund.RefundState;
import imtokenpay.store.JdbcSeam;
import imtokenpay.store.OneStore;
import imtokenpay.store.Shelf;
import imtokenpay.store.StoreDatabase;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How long the dashboard's questions take with a million payments in a real PostgreSQL, while each store has changed
/// payments of this hour and of an hour of last week since the last count: the time that 95 of 100 stay below.
public final class Dashboards implements Row {
    private static final int QUESTIONS = 200;
    private static final int WARM_UPS = 100;
    private static final int HOURS = 500;
    private static final Line.Goal GOAL = new Line.Goal.AtMost(50);
    // Its clocks are set forward and back, and its days are nobody's in UTC.
    private static final ZoneId ELSEWHERE = ZoneId.of("America/New_York");
    private static final ChainId CHAIN = new ChainId("eip155:1");

    @Override
    public String name() {
        return "desk.dashboard";
    }

    @Override
    public List<Line> run() {
        try (var postgres = DurablePostgres.started();
                var database = StoreDatabase.at(postgres.address(), JdbcSeam.open())) {
            TwoYears.fill(database);
            var shelf = database.shelf();
            var lines = new ArrayList<Line>();
            lines.add(countedAll(shelf));
            stir(database);
            for (var zone : List.of(ZoneOffset.UTC, ELSEWHERE)) {
                var read = new ReadDashboard(shelf.counts(), new OneStore(zone), () -> TwoYears.END);
                for (var period : Period.values()) {
                    var days = new Days(period, zone);
                    var expected = asked(database, days);
                    lines.add(line(
                            period.days() + (zone == ELSEWHERE ? ".zone" : ""),
                            GOAL,
                            () -> check(
                                    period,
                                    expected,
                                    shelf.transactions()
                                            .in(() -> read.read(period))
                                            .current())));
                }
            }
            lines.add(line("now", GOAL, () -> shelf.transactions().run(() -> look(shelf))));
            lines.add(line("recount", new Line.Goal.None(), () -> {
                stir(database);
                shelf.transactions().in(() -> shelf.counts().recount(HOURS));
            }));
            return lines;
        }
    }

    private Line countedAll(Shelf shelf) {
        var begun = System.nanoTime();
        var isMore = true;
        while (isMore) {
            isMore = shelf.transactions().in(() -> shelf.counts().recount(HOURS));
        }
        return new Line(
                name() + ".first",
                (System.nanoTime() - begun) / 1e9,
                "s to count a million payments at first",
                new Line.Goal.None(),
                Map.of());
    }

    private static void stir(StoreDatabase database) {
        var now = TwoYears.END.getEpochSecond() / 3_600;
        for (var hour : List.of(now, now - 1, now - 7 * 24)) {
            database.execute("insert into payment_stir (store_id, hour_slot, day_slot) select 'store-' || i % 3, "
                    + hour + ", " + hour / 24 + " from generate_series(1, 30) i");
        }
    }

    private static long asked(StoreDatabase database, Days days) {
        return Long.parseLong(database.query(
                        "select count(*) from payment where opened_at >= timestamptz '" + days.from(TwoYears.END) + "'")
                .getFirst());
    }

    private void check(Period period, long expected, Figures found) {
        if (found.asked() != expected) {
            throw new WrongCount(name() + "." + period + ": " + found.asked() + ", not " + expected);
        }
    }

    // All that is counted of the shop itself for what waits and what is open.
    private static void look(Shelf shelf) {
        var inventory = shelf.watching().inventory();
        TakeStock.COUNTED.forEach(status -> inventory.payments(CHAIN, status, TakeStock.MOST));
        inventory.unmatched(TakeStock.MOST);
        inventory.waiting(TakeStock.MOST);
        inventory.parked(TakeStock.MOST);
        inventory.refunds(CHAIN, RefundState.OPEN, TakeStock.MOST);
    }

    private Line line(String what, Line.Goal goal, Runnable question) {
        var nanos = IntStream.range(0, WARM_UPS + QUESTIONS)
                .mapToLong(turn -> {
                    var begun = System.nanoTime();
                    question.run();
                    return System.nanoTime() - begun;
                })
                .skip(WARM_UPS)
                .sorted()
                .toArray();
        return new Line(
                name() + "." + what,
                nanos[QUESTIONS * 95 / 100] / 1e6,
                "ms p95 with a million payments",
                goal,
                Map.of("median", nanos[QUESTIONS / 2] / 1e6, "worst", nanos[QUESTIONS - 1] / 1e6));
    }
}
