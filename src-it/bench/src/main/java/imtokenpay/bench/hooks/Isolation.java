package imtokenpay.bench.hooks;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.row.Row;
import java.util.List;
import java.util.Map;

/// How long 99 stores wait for their events while the hundredth has a thousand waiting and never answers.
public final class Isolation implements Row {
    private static final int OTHERS = 99;
    private static final int ROUNDS = 10;
    private static final int DEAD_EVENTS = 1_000;
    private static final int REST_MILLIS = 10;
    private static final double GOAL_MILLIS = 1_000;

    @Override
    public String name() {
        return "hooks.isolation";
    }

    @Override
    public List<Line> run() {
        try (var folder = Folder.fresh();
                var receiver = new Receiver();
                var sender = new Sender(folder.path(), receiver)) {
            sender.begin();
            commit(new Told(sender, receiver), 0);
            sender.announce(Receiver.DEAD, 0, DEAD_EVENTS);
            var delays = commit(new Told(sender, receiver), ROUNDS);
            return List.of(new Line(
                    name(),
                    delays.getLast(),
                    "ms the longest wait beside a dead store",
                    new Line.Goal.AtMost(GOAL_MILLIS),
                    Map.of("median ms", Told.percentile(delays, 50), "p95 ms", Told.percentile(delays, 95))));
        }
    }

    private static List<Double> commit(Told told, int first) {
        for (var round = first; round < first + ROUNDS; round++) {
            for (var store = 0; store < OTHERS; store++) {
                told.commit("store-" + store, round, REST_MILLIS);
            }
        }
        return told.delays();
    }
}
