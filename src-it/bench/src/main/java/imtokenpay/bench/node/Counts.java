package imtokenpay.bench.node;

import java.util.Map;

/// What the node was asked since the counts began.
///
/// @param requests HTTP requests
/// @param calls calls in them, by method
/// @param bytesIn the requests' bodies
/// @param bytesOut the answers' bodies
public record Counts(long requests, Map<String, Long> calls, long bytesIn, long bytesOut) {
    public Counts {
        calls = Map.copyOf(calls);
    }

    /// How many calls there were of all methods.
    public long allCalls() {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many calls there were of a method.
    public long of(String method) {
        return calls.getOrDefault(method, 0L);
    }
}
