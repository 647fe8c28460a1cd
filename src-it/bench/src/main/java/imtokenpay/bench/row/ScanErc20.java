package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.Floor;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.Questions;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.client.Web3jPeer;
import imtokenpay.bench.node.Terms;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import java.util.List;
import java.util.Map;

/// Catching up on 200,000 token transfers from a node that answers at once: CPU time beside a client that only reads
/// all of them, and beside web3j. Once from a node that tells its blocks' times with the logs, once from one that does
/// not, and once from one whose filters are too small for so many receivers, so that we read all of them, too.
public final class ScanErc20 implements Row {
    private static final int STEP = 1_000;
    private static final int TIMES = 5;
    private static final int TOPICS_FEW = 100;
    private static final long FLOOR_BYTES_A_LOG_MIN = 500;

    @Override
    public String name() {
        return "scan.erc20";
    }

    @Override
    public List<Line> run() {
        var timed = race(Shape.can20k(), Terms.free());
        var untimed = race(Shape.can20kUntimed(), Terms.free());
        var whole = race(Shape.can20k(), Terms.free().withTopics(TOPICS_FEW));
        return List.of(
                timed.line(name() + ".floor", timed.toFloor(), new Line.Goal.AtMost(2.5)),
                timed.line(name() + ".web3j", timed.toWeb3j(), new Line.Goal.AtMost(0.4)),
                untimed.line(name() + ".untimed.floor", untimed.toFloor(), new Line.Goal.None()),
                untimed.line(name() + ".untimed.web3j", untimed.toWeb3j(), new Line.Goal.None()),
                whole.line(name() + ".whole.floor", whole.toFloor(), new Line.Goal.None()),
                whole.line(name() + ".whole.web3j", whole.toWeb3j(), new Line.Goal.AtMost(0.4)));
    }

    /// Microseconds of CPU time for a transfer.
    private record Micros(double ours, double floor, double web3j) {
        double toFloor() {
            return ours / floor;
        }

        double toWeb3j() {
            return ours / web3j;
        }

        Line line(String name, double ratio, Line.Goal goal) {
            return new Line(name, ratio, "x CPU", goal, Map.of("us/transfer", ours, "floor", floor, "web3j", web3j));
        }
    }

    private static Micros race(Shape shape, Terms terms) {
        var transfers = shape.head() * shape.block().tokens();
        var watch = OurReader.watch(shape.orders(), OurReader.TOKEN);
        try (var node = new RemoteNode(shape);
                var floor = new Floor(node.url());
                var web3j = new Web3jPeer(node.url(), Crowd.digits(shape))) {
            node.terms(terms);
            var hits = shape.tokenHits(shape.head());
            var reader = new Contender("ours", () -> OurReader.catchUp(node.url(), watch), hits, transfers);
            var least = new Contender("floor", () -> read(floor, shape.head(), transfers), transfers, transfers);
            var theirs = new Contender("web3j", () -> web3j.logs(1, shape.head(), STEP), hits, transfers);
            var standings = new Race(40, 7).between(reader.times(TIMES), least.times(TIMES), theirs);
            return new Micros(
                    Crowd.micros(standings.get(0)), Crowd.micros(standings.get(1)), Crowd.micros(standings.get(2)));
        }
    }

    // The floor understands nothing, so only the bytes tell that it was given everything.
    private static long read(Floor floor, long head, long transfers) {
        var bytes = 0L;
        for (var from = 1L; from <= head; from += STEP) {
            bytes += floor.ask(Questions.logs(from, from + STEP - 1));
        }
        return bytes > transfers * FLOOR_BYTES_A_LOG_MIN ? transfers : 0;
    }
}
