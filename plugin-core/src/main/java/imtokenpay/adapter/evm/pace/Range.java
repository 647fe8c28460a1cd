package imtokenpay.adapter.evm.pace;

import java.util.ArrayList;
import java.util.List;

/// Blocks by height, both ends included; never empty.
public record Range(long from, long to) {
    public Range {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no blocks from " + from + " to " + to);
        }
    }

    /// How many blocks those are.
    public long blocks() {
        return to - from + 1;
    }

    /// The same blocks in parts of at most that many.
    public List<Range> parts(long blocks) {
        var parts = new ArrayList<Range>();
        for (var start = from; start <= to; start += blocks) {
            parts.add(new Range(start, Math.min(to, start + blocks - 1)));
        }
        return parts;
    }
}
