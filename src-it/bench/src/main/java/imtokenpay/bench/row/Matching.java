package imtokenpay.bench.row;

import imtokenpay.adapter.evm.json.AddressKey;
import imtokenpay.adapter.evm.watch.AddressTable;
import imtokenpay.bench.chain.Key;
import imtokenpay.bench.report.Contender;
import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.Race;
import imtokenpay.chain.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Whether a foreign transfer is ours, with a million open receivers: nanoseconds of CPU a transfer, its receiver's
/// text made a key included, beside a `HashSet` of texts.
public final class Matching implements Row {
    private static final int ASKED = 200_000;
    private static final int REPEATED = 5;
    private static final int ONE_OF = 29;

    @Override
    public String name() {
        return "match";
    }

    @Override
    public List<Line> run() {
        var lines = new ArrayList<Line>();
        for (var receivers : List.of(1_000, 10_000, 100_000, 1_000_000)) {
            lines.add(line(receivers));
        }
        return lines;
    }

    private Line line(int receivers) {
        var texts = IntStream.range(0, receivers)
                .mapToObj(order -> Key.ofOrder(order).text())
                .toList();
        var table = new AddressTable(texts.stream().map(Address::new).toList());
        var set = new HashSet<>(texts);
        var asked = IntStream.range(0, ASKED)
                .mapToObj(i -> i % ONE_OF == 0
                        ? Key.ofOrder(i * 7_919L % receivers).text()
                        : Key.ofOrder(10_000_000L + i).text())
                .toList();
        var truth = (long) REPEATED * ((ASKED + ONE_OF - 1) / ONE_OF);
        var units = (long) REPEATED * ASKED;
        var standings = new Race(2, 5)
                .between(
                        new Contender("ours", () -> inTable(table, asked), truth, units),
                        new Contender("HashSet", () -> inSet(set, asked), truth, units));
        var ours = standings.get(0).cpuMedian();
        return new Line(
                name() + "." + receivers,
                ours,
                "ns CPU a transfer",
                receivers == 1_000_000 ? new Line.Goal.AtMost(350) : new Line.Goal.None(),
                Map.of("HashSet", standings.get(1).cpuMedian()));
    }

    private static long inTable(AddressTable table, List<String> asked) {
        var found = 0L;
        for (var i = 0; i < REPEATED; i++) {
            for (var text : asked) {
                found += table.contains(AddressKey.of(text)) ? 1 : 0;
            }
        }
        return found;
    }

    // A text that comes from a node was never hashed before: String keeps its hash, so it is made anew.
    private static long inSet(Set<String> set, List<String> asked) {
        var found = 0L;
        for (var i = 0; i < REPEATED; i++) {
            for (var text : asked) {
                found += set.contains(new String(text.toCharArray())) ? 1 : 0;
            }
        }
        return found;
    }
}
