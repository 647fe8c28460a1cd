package imtokenpay.adapter.contract;

import java.time.Duration;
import java.util.TreeMap;

/// How much later than usual the blocks of a test's chain are dated.
public final class LateBlocks {
    private final TreeMap<Long, Duration> shifts = new TreeMap<>();

    /// From that height on, so much more.
    public void passes(long from, Duration time) {
        var before = at(from);
        shifts.tailMap(from, true).clear();
        shifts.put(from, before.plus(time));
    }

    public Duration at(long height) {
        var shift = shifts.floorEntry(height);
        return shift == null ? Duration.ZERO : shift.getValue();
    }
}
