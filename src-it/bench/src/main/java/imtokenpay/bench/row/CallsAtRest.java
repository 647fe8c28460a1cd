package imtokenpay.bench.row;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.bench.node.Counts;
import imtokenpay.bench.plugin.Plugin;
import imtokenpay.bench.report.Line;
import imtokenpay.store.StoreDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A day in which nobody can pay, and a day in which only late money could come: what the node is asked. The watching
/// pass itself looks every ten minutes, by a simulated clock; the head moves on with it.
public final class CallsAtRest implements Row {
    private static final long START = 10_000;
    private static final int BLOCKS_BETWEEN = 50;
    private static final int LOOKS_AN_HOUR = 6;
    private static final int HOURS = 24;

    @Override
    public String name() {
        return "calls.rest";
    }

    @Override
    public List<Line> run() {
        var nothing = day(List.of());
        return List.of(line("nothing", nothing.allCalls(), "calls a day", 0, nothing), late(day(lease())));
    }

    private Line late(Counts counts) {
        return line("late", counts.of("eth_getLogs") / (double) HOURS, "range queries an hour", 1.1, counts);
    }

    private Line line(String what, double figure, String unit, double goal, Counts counts) {
        Map<String, Object> details = new TreeMap<>(counts.calls());
        details.put("requests a day", counts.requests());
        return new Line(name() + "." + what, figure, unit, new Line.Goal.AtMost(goal), details);
    }

    // An address that somebody was shown whose payment is over; nobody ever pays one unit.
    private static List<String> lease() {
        var asset = OurReader.TOKEN.id();
        var receiver = OurReader.receivers(1).iterator().next().text();
        return List.of(
                String.format(
                        Locale.ROOT, "insert into receiving_address values ('%s', '%s', false, 1)", asset, receiver),
                String.format(
                        Locale.ROOT,
                        "insert into receiving_slot values ('%s', '%s', 1, 'pay_%026d', date '2033-01-01', false)",
                        asset,
                        receiver,
                        1));
    }

    private static Counts day(List<String> statements) {
        try (var node = new RemoteNode(Shape.can20k());
                var reader = OurReader.of(node.url());
                var plugin = new Plugin(StoreDatabase.h2InMemory(), reader)) {
            statements.forEach(plugin::execute);
            look(node, plugin, START);
            look(node, plugin, START + 1);
            node.counts();
            for (var look = 1; look <= HOURS * LOOKS_AN_HOUR; look++) {
                look(node, plugin, START + (long) look * BLOCKS_BETWEEN);
            }
            return node.counts();
        }
    }

    private static void look(RemoteNode node, Plugin plugin, long head) {
        node.head(head);
        plugin.at(Instant.ofEpochSecond(CannedChain.time(head) + 2));
        plugin.look();
    }
}
