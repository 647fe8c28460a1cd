package imtokenpay.bench.hooks;

import imtokenpay.bench.report.Line;
import imtokenpay.bench.report.WrongCount;
import imtokenpay.bench.row.Row;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How long 200,000 events of one store take that was away and answers at once again.
public final class Drain implements Row {
    private static final int EVENTS = 200_000;
    private static final int BATCH = 1_000;
    private static final double GOAL_SECONDS = 120;
    private static final long PATIENCE_SECONDS = 1_800;

    @Override
    public String name() {
        return "hooks.drain";
    }

    @Override
    public List<Line> run() {
        try (var folder = Folder.fresh();
                var receiver = new Receiver();
                var sender = new Sender(folder.path(), receiver)) {
            for (var first = 0; first < EVENTS; first += BATCH) {
                sender.announce("books", first, BATCH);
            }
            var begun = System.nanoTime();
            sender.begin();
            while (receiver.arrivals().size() < EVENTS
                    && System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
            while (sender.delivered() < EVENTS && receiver.arrivals().size() == EVENTS) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            }
            var seconds = (System.nanoTime() - begun) / 1e9;
            if (receiver.arrivals().size() != EVENTS || sender.delivered() != EVENTS) {
                throw new WrongCount(receiver.arrivals().size() + " events came, " + sender.delivered() + " are noted");
            }
            return List.of(new Line(
                    name(),
                    seconds,
                    "s for 200,000 events of one store",
                    new Line.Goal.AtMost(GOAL_SECONDS),
                    Map.of("events/s", EVENTS / seconds)));
        }
    }
}
