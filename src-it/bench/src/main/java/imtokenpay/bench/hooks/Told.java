package imtokenpay.bench.hooks;

import imtokenpay.bench.report.WrongCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Events that were committed one after the other, and how long each was on its way to its store.
final class Told {
    private static final long MILLI = 1_000_000;
    private static final int PATIENCE_SECONDS = 60;

    private final Sender sender;
    private final Receiver receiver;
    private final Map<String, Long> committed = new HashMap<>();

    Told(Sender sender, Receiver receiver) {
        this.sender = sender;
        this.receiver = receiver;
    }

    /// Commits an event, and rests for a while.
    void commit(String store, int number, long restMillis) {
        sender.announce(store, number, 1);
        committed.put(Sender.id(store, number), System.nanoTime());
        LockSupport.parkNanos(restMillis * MILLI);
    }

    /// Milliseconds from commit to call, sorted.
    List<Double> delays() {
        var giveUp = System.nanoTime() + PATIENCE_SECONDS * 1_000 * MILLI;
        while (!receiver.arrivals().keySet().containsAll(committed.keySet())) {
            if (System.nanoTime() > giveUp) {
                throw new WrongCount("not all of " + committed.size() + " events came");
            }
            LockSupport.parkNanos(10 * MILLI);
        }
        return committed.entrySet().stream()
                .map(event -> (receiver.arrivals().get(event.getKey()) - event.getValue()) / (double) MILLI)
                .sorted()
                .toList();
    }

    /// One of sorted values, such as the 95th of a hundred.
    static double percentile(List<Double> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
