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

/// Catching up on 100,000 coin transfers in whole blocks: CPU time beside web3j's replay.
public final class ScanNative implements Row {
    private static final int STEP = 50;
    private static final long FLOOR_BYTES_A_BLOCK_MIN = 10_000;

    @Override
    public String name() {
        return "scan.native";
    }

    @Override
    public List<Line> run() {
        var shape = Shape.can20k();
        var transfers = shape.head() * shape.block().coins();
        var watch = OurReader.watch(shape.orders(), OurReader.COIN);
        try (var node = new RemoteNode(shape);
                var floor = new Floor(node.url());
                var web3j = new Web3jPeer(node.url(), Crowd.digits(shape))) {
            var hits = shape.coinHits(shape.head());
            var standings = new Race(2, 5)
                    .between(
                            new Contender("ours", () -> OurReader.catchUp(node.url(), watch), hits, transfers),
                            new Contender("floor", () -> read(floor, shape.head()), shape.head(), transfers),
                            new Contender("web3j", () -> web3j.replay(1, shape.head()), hits, transfers));
            var ours = Crowd.micros(standings.get(0));
            var least = Crowd.micros(standings.get(1));
            var theirs = Crowd.micros(standings.get(2));
            Map<String, Object> details = Map.of("us/transfer", ours, "floor", least, "web3j", theirs, "hits", hits);
            return List.of(
                    new Line(name() + ".web3j", ours / theirs, "x CPU of web3j", new Line.Goal.AtMost(0.2), details),
                    new Line(name() + ".floor", ours / least, "x CPU of read-only", new Line.Goal.None(), details));
        }
    }

    private static long read(Floor floor, long head) {
        var bytes = 0L;
        for (var from = 1L; from <= head; from += STEP) {
            bytes += floor.ask(Questions.blocks(from, from + STEP - 1));
        }
        return bytes > head * FLOOR_BYTES_A_BLOCK_MIN ? head : 0;
    }
}
