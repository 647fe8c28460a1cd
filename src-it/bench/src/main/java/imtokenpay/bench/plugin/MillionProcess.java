package imtokenpay.bench.plugin;

import imtokenpay.bench.chain.CannedChain;
import imtokenpay.bench.chain.Shape;
import imtokenpay.bench.client.OurReader;
import imtokenpay.bench.client.RemoteNode;
import imtokenpay.store.StoreDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// A plugin with very many open orders, in a process with a small heap: it begins to watch, reads on over blocks with
/// payments, and then looks again as it does all day.
public final class MillionProcess {
    private static final long BEGIN = 1_000;
    private static final long END = 1_300;

    private MillionProcess() {}

    /// @param arguments `fill` or `watch`, the database's folder, and how many orders there are
    public static void main(String[] arguments) {
        var address = StoreDatabase.h2File(Path.of(arguments[1]));
        switch (arguments[0]) {
            case "fill" -> Orders.fill(address, Integer.parseInt(arguments[2]));
            case "watch" -> watch(address);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void watch(String address) {
        try (var node = new RemoteNode(Shape.can20k());
                var reader = OurReader.of(node.url());
                var plugin = new Plugin(address, reader)) {
            node.head(BEGIN);
            look(plugin, BEGIN);
            var begun = Long.parseLong(
                    plugin.query("select height from chain_cursor").getFirst());
            node.head(END);
            var first = look(plugin, END);
            node.head(END + 1);
            var next = look(plugin, END + 1);
            var paid = plugin.query("select count(*) from transfer where payment_id is not null")
                    .getFirst();
            var expected = Shape.can20k().tokenHits(END + 1) - Shape.can20k().tokenHits(begun);
            System.out.println(String.join(" ", paid, "" + expected, "" + first, "" + next, "" + peakMegabytes()));
        }
    }

    private static long look(Plugin plugin, long head) {
        plugin.at(Instant.ofEpochSecond(CannedChain.time(head) + 2));
        var start = System.nanoTime();
        plugin.look();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }
}
