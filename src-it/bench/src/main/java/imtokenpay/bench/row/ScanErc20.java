package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.Floor;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.Questions;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.client.Web3jPeer;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import java.util.List;
import java.util.Map;

/// Catching up on 200,000 token transfers from a node that answers at once: CPU time beside a client that only reads,
/// and beside web3j.
public final class ScanErc20 implements Row {
    private static final int STEP = 1_000;
    private static final long FLOOR_BYTES_A_LOG_MIN = 500;

    @Override
    public String name() {
        return "scan.erc20";
    }

    @Override
    public List<Line> run() {
        var shape = Shape.can20k();
        var transfers = shape.head() * shape.block().tokens();
        var watch = OurReader.watch(shape.orders(), OurReader.TOKEN);
        try (var node = new RemoteNode(shape);
                var floor = new Floor(node.url());
                var web3j = new Web3jPeer(node.url(), Crowd.digits(shape))) {
            var hits = shape.tokenHits(shape.head());
            var standings = new Race(10, 7)
                    .between(
                            new Contender("ours", () -> OurReader.catchUp(node.url(), watch), hits, transfers),
                            new Contender("floor", () -> read(floor, shape.head(), transfers), transfers, transfers),
                            new Contender("web3j", () -> web3j.logs(1, shape.head(), STEP), hits, transfers));
            var ours = Crowd.micros(standings.get(0));
            var least = Crowd.micros(standings.get(1));
            var theirs = Crowd.micros(standings.get(2));
            Map<String, Object> details = Map.of("us/transfer", ours, "floor", least, "web3j", theirs, "hits", hits);
            return List.of(
                    new Line(name() + ".floor", ours / least, "x CPU of read-only", new Line.Goal.AtMost(2.5), details),
                    new Line(name() + ".web3j", ours / theirs, "x CPU of web3j", new Line.Goal.AtMost(0.4), details));
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
