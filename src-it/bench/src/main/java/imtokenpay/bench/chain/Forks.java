package imtokenpay.bench.chain;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// The reorgs that a chain has had: from which height on its blocks belong to which branch.
final class Forks {
    private final ConcurrentSkipListMap<Long, Integer> branches = new ConcurrentSkipListMap<>(Map.of(0L, 0));
    private int newest;

    /// The branch that the block of that height is on.
    int at(long height) {
        return branches.floorEntry(height).getValue();
    }

    /// Replaces every block from that height on.
    synchronized void from(long height) {
        branches.tailMap(height).clear();
        branches.put(height, ++newest);
    }
}
