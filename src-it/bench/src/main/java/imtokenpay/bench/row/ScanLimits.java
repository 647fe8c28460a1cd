package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.node.Terms;
import imtokenpay.bench.node.Terms.Tongue;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Catching up on tokens from providers that take only so much at once: how many questions for logs it takes, beside
/// the fewest that could do. The reader starts without experience of the provider.
public final class ScanLimits implements Row {
    private static final int LOGS_MAX = 10_000;

    private record Provider(Tongue tongue, long blocksMax) {
        long leastCalls(Shape shape) {
            var blocks = Math.min(blocksMax, LOGS_MAX / shape.block().tokens());
            return (shape.head() + blocks - 1) / blocks;
        }
    }

    @Override
    public String name() {
        return "scan.limits";
    }

    @Override
    public List<Line> run() {
        var shape = Shape.can20k();
        try (var node = new RemoteNode(shape)) {
            return List.of(
                    line(node, new Provider(Tongue.INFURA, Long.MAX_VALUE)),
                    line(node, new Provider(Tongue.ALCHEMY, 2_000)),
                    line(node, new Provider(Tongue.QUICKNODE, 500)));
        }
    }

    private Line line(RemoteNode node, Provider provider) {
        var shape = node.shape();
        node.terms(Terms.free().withLimits(provider.tongue(), provider.blocksMax(), LOGS_MAX));
        node.counts();
        var found = OurReader.catchUp(node.url(), OurReader.watch(shape.orders(), OurReader.TOKEN));
        var counts = node.counts();
        if (found != shape.tokenHits(shape.head())) {
            throw new WrongCount(found + " found at " + provider);
        }
        var calls = (double) counts.of("eth_getLogs");
        var least = provider.leastCalls(shape);
        return new Line(
                name() + "." + provider.tongue().name().toLowerCase(Locale.ROOT),
                calls / least,
                "x the fewest getLogs",
                new Line.Goal.AtMost(1.3),
                Map.of("getLogs", calls, "fewest", least, "requests", counts.requests(), "calls", counts.allCalls()));
    }
}
