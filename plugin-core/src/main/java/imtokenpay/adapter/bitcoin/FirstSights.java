package imtokenpay.adapter.bitcoin;

import imtokenpay.adapter.bitcoin.node.WaitingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When each transaction that waits for a block was first seen to wait. A block may come an hour after a
/// shopper has paid, and that is not his fault: the earlier sight says that he was in time. It says no more;
/// nothing counts before it is in a block. Kept in memory only: whoever pays while we are not there is seen
/// with his block.
final class FirstSights {
    private volatile Told told = new Told(Map.of(), Map.of());

    /// What the node told last, and the time before: a block that comes while it tells takes its transactions
    /// out of what it tells, and is read only at the next look.
    private record Told(Map<WaitingId, Instant> last, Map<WaitingId, Instant> before) {
        Instant firstSeen(WaitingId id, Instant otherwise) {
            return last.getOrDefault(id, before.getOrDefault(id, otherwise));
        }
    }

    /// Notes all that wait at that moment. What has not waited for two such moments is forgotten: read the
    /// blocks first, in which it may be.
    void note(List<WaitingId> waiting, Instant at) {
        var known = told;
        var now = HashMap.<WaitingId, Instant>newHashMap(waiting.size());
        for (var id : waiting) {
            now.put(id, known.firstSeen(id, at));
        }
        told = new Told(now, known.last());
    }

    /// All that waited at the moment that was noted last.
    Set<WaitingId> waiting() {
        return told.last().keySet();
    }

    /// When the transaction of that hash was first seen to wait; `otherwise` if it never was.
    Instant of(String hash, Instant otherwise) {
        return told.firstSeen(WaitingId.of(hash), otherwise);
    }
}
