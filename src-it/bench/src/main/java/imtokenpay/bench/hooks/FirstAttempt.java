package imtokenpay.bench.hooks;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.row.Row;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// How long after the commit of an event its store is called, while events come now and then.
public final class FirstAttempt implements Row {
    private static final int EVENTS = 300;
    private static final int WARM_UP = 50;
    private static final int REST_MILLIS_MAX = 200;
    private static final double GOAL_MILLIS = 500;

    @Override
    public String name() {
        return "hooks.first";
    }

    @Override
    public List<Line> run() {
        try (var folder = Folder.fresh();
                var receiver = new Receiver();
                var sender = new Sender(folder.path(), receiver)) {
            sender.begin();
            var random = new SplittableRandom(1);
            commit(new Told(sender, receiver), 0, WARM_UP, random);
            var delays = commit(new Told(sender, receiver), WARM_UP, EVENTS, random);
            return List.of(new Line(
                    name(),
                    Told.percentile(delays, 95),
                    "ms p95 from commit to call",
                    new Line.Goal.AtMost(GOAL_MILLIS),
                    Map.of("median ms", Told.percentile(delays, 50), "worst ms", delays.getLast())));
        }
    }

    private static List<Double> commit(Told told, int first, int count, SplittableRandom random) {
        for (var number = first; number < first + count; number++) {
            told.commit("books", number, random.nextInt(REST_MILLIS_MAX));
        }
        return told.delays();
    }
}
