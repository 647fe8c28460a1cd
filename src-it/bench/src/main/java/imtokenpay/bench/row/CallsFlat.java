package imtokenpay.bench.row;

import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.money.Asset;
import java.util.List;
import java.util.TreeMap;

/// Following the head block by block: calls a block for one open order, and for a hundred thousand.
public final class CallsFlat implements Row {
    private static final long START = 10_000;
    private static final int BLOCKS = 100;

    @Override
    public String name() {
        return "calls.flat";
    }

    @Override
    public List<Line> run() {
        try (var node = new RemoteNode(Shape.can20k())) {
            return List.of(line("tokens", node, OurReader.TOKEN), line("both", node, OurReader.TOKEN, OurReader.COIN));
        }
    }

    private Line line(String what, RemoteNode node, Asset... assets) {
        var perBlock = new TreeMap<String, Object>();
        var most = 0.0;
        var one = 0.0;
        for (var orders : List.of(1, 1_000, 10_000, 100_000)) {
            var calls = follow(node, orders, assets);
            most = Math.max(most, calls);
            one = orders == 1 ? calls : one;
            perBlock.put("calls/block at " + orders, calls);
        }
        return new Line(
                name() + "." + what, most / one, "x calls of 1 order, at most", new Line.Goal.AtMost(1.1), perBlock);
    }

    // A payment of the coin is looked up one by one, since it may have failed; those calls are of payments, not of
    // open orders, and are left out.
    private static double follow(RemoteNode node, int orders, Asset... assets) {
        var watch = OurReader.watch(orders, assets);
        var found = 0L;
        try (var reader = OurReader.of(node.url())) {
            node.head(START);
            var tail = reader.read(new ChainTail(List.of(OurReader.block(START - 1))), watch);
            var held = new ChainTail(tail.blocks());
            node.counts();
            for (var height = START + 1; height <= START + BLOCKS; height++) {
                node.head(height);
                var reading = reader.read(held, watch);
                found += reading.transfers().size();
                held = new ChainTail(List.of(OurReader.block(height)));
            }
            var counts = node.counts();
            check(node.shape(), orders, found, assets.length > 1);
            return (counts.allCalls() - counts.of("eth_getTransactionReceipt")) / (double) BLOCKS;
        }
    }

    private static void check(Shape shape, int orders, long found, boolean withCoins) {
        var tokens = shape.tokenHits(START + BLOCKS) - shape.tokenHits(START);
        var coins = shape.coinHits(START + BLOCKS) - shape.coinHits(START);
        if (orders >= shape.orders() && found != tokens + (withCoins ? coins : 0)) {
            throw new WrongCount(found + " found while following the head with " + orders + " open orders");
        }
    }
}
