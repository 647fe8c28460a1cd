package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.client.Web3jPeer;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import java.util.List;
import java.util.Map;

/// Catching up after a day of downtime on a chain as busy as Ethereum, coins and tokens: seconds on the clock. web3j
/// replays a twentieth of the day, coins alone.
public final class Day implements Row {
    private static final int PART = 20;

    @Override
    public String name() {
        return "day.catchup";
    }

    @Override
    public List<Line> run() {
        var shape = Shape.day();
        var hits = shape.tokenHits(shape.head()) + shape.coinHits(shape.head());
        var watch = OurReader.watch(shape.orders(), OurReader.TOKEN, OurReader.COIN);
        var part = shape.head() / PART;
        try (var node = new RemoteNode(shape);
                var web3j = new Web3jPeer(node.url(), Crowd.digits(shape))) {
            var standings = new Race(1, 5)
                    .between(
                            new Contender("ours", () -> OurReader.catchUp(node.url(), watch), hits, shape.head()),
                            new Contender("web3j", () -> web3j.replay(1, part), shape.coinHits(part), part));
            var seconds = standings.get(0).wallMedian() * shape.head() / 1e9;
            return List.of(new Line(
                    name(),
                    seconds,
                    "s for 7,200 blocks",
                    new Line.Goal.AtMost(60),
                    Map.of(
                            "CPU s",
                            standings.get(0).cpuMedian() * shape.head() / 1e9,
                            "web3j's replay s",
                            standings.get(1).wallMedian() * shape.head() / 1e9,
                            "hits",
                            hits)));
        }
    }
}
