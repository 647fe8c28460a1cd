package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.client.Web3jPeer;
import imtokenpay.bench.node.Terms;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import java.util.List;
import java.util.Map;

/// Catching up from a node 30 ms away: blocks a second beside web3j. Here the clock counts, since waiting is no CPU.
public final class ScanLatency implements Row {
    private static final int MILLIS = 30;
    private static final int STEP = 1_000;
    /// As many blocks as web3j's replay reads in ten seconds; it asks for one after another.
    private static final long REPLAYED = 300;

    @Override
    public String name() {
        return "scan.latency";
    }

    @Override
    public List<Line> run() {
        var shape = Shape.can20k();
        var head = shape.head();
        var coins = OurReader.watch(shape.orders(), OurReader.COIN);
        var tokens = OurReader.watch(shape.orders(), OurReader.TOKEN);
        try (var node = new RemoteNode(shape);
                var web3j = new Web3jPeer(node.url(), Crowd.digits(shape))) {
            var coinHits = shape.coinHits(head);
            var tokenHits = shape.tokenHits(head);
            new Race(2, 5)
                    .between(
                            new Contender("warm", () -> OurReader.catchUp(node.url(), coins), coinHits, head),
                            new Contender("warm", () -> OurReader.catchUp(node.url(), tokens), tokenHits, head),
                            new Contender("warm", () -> web3j.logs(1, head, STEP), tokenHits, head));
            node.terms(Terms.free().withLatency(MILLIS));
            var standings = new Race(0, 5)
                    .between(
                            new Contender("coins", () -> OurReader.catchUp(node.url(), coins), coinHits, head),
                            new Contender(
                                    "replay", () -> web3j.replay(1, REPLAYED), shape.coinHits(REPLAYED), REPLAYED),
                            new Contender("tokens", () -> OurReader.catchUp(node.url(), tokens), tokenHits, head),
                            new Contender("logs", () -> web3j.logs(1, head, STEP), tokenHits, head));
            var ours = Crowd.rate(standings.get(0));
            var replay = Crowd.rate(standings.get(1));
            var oursTokens = Crowd.rate(standings.get(2));
            var logs = Crowd.rate(standings.get(3));
            return List.of(
                    new Line(
                            name() + ".native",
                            ours / replay,
                            "x blocks/s of web3j's replay",
                            new Line.Goal.AtLeast(200),
                            Map.of("blocks/s", ours, "web3j", replay)),
                    new Line(
                            name() + ".erc20",
                            oursTokens / logs,
                            "x blocks/s of web3j's getLogs",
                            new Line.Goal.None(),
                            Map.of("blocks/s", oursTokens, "web3j", logs)));
        }
    }
}
