package imtokenpay.bench.visit;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.row.Row;
import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The CPU time that a server takes for the payment page as a browser loads it, and for one look at its status, beside
/// what the same server takes for a servlet that says hello.
public final class Pages implements Row {
    private static final int FIRST_PORT = 18_900;
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 9;
    private static final int BOOK = 1;

    @Override
    public String name() {
        return "server.page";
    }

    @Override
    public List<Line> run() {
        var plan = new Plan(
                new Plan.Place(folder("page"), Ports.freeFrom(FIRST_PORT), OptionalInt.empty(), Optional.empty()),
                false,
                false,
                Plan.Pace.RELAXED,
                Map.of());
        try (var world = DemoWorld.open(plan, line -> {});
                var hello = HelloServer.started(folder("hello"))) {
            var shop = world.server().shop();
            var page = shop.pay(shop.order(BOOK, 1), world.devnet().eth());
            var ours = process(world.server().pid());
            return lines(
                    new Visitors(process(hello.pid()), hello.page()),
                    new Visitors(ours, page),
                    new Visitors(ours, URI.create(page + "/status")));
        }
    }

    private List<Line> lines(Visitors hello, Visitors page, Visitors status) {
        var hellos = new ArrayList<Double>();
        var pages = new ArrayList<Double>();
        var statuses = new ArrayList<Double>();
        var idle = 0.0;
        for (var round = -WARM_UPS; round < ROUNDS; round++) {
            var figures = List.of(hello.cpuNanos(0), page.cpuNanos(idle), status.cpuNanos(idle));
            if (round < 0) {
                idle = page.idle();
            } else {
                hellos.add(figures.get(0));
                pages.add(figures.get(1));
                statuses.add(figures.get(2));
            }
        }
        var least = Visitors.median(hellos);
        return List.of(
                line(name(), Visitors.median(pages), least, 4),
                line("server.status", Visitors.median(statuses), least, 1.5));
    }

    private static Line line(String name, double nanos, double least, double most) {
        return new Line(
                name,
                nanos / least,
                "x CPU of hello",
                new Line.Goal.AtMost(most),
                Map.of("us", nanos / 1e3, "hello", least / 1e3));
    }

    private static ProcessHandle process(long pid) {
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static Path folder(String name) {
        return Folder.fresh(Built.here().root().resolve("src-it/bench/target").resolve(name));
    }
}
