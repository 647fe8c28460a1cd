package imtokenpay.bench.node;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts what the node is asked.
final class Tally {
    private final AtomicLong requests = new AtomicLong();
    private final LongAdder bytesIn = new LongAdder();
    private final LongAdder bytesOut = new LongAdder();
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    /// Notes a request; its number.
    long request(int bytes) {
        bytesIn.add(bytes);
        return requests.incrementAndGet();
    }

    void call(String method) {
        calls.computeIfAbsent(method, any -> new LongAdder()).increment();
    }

    void answer(int bytes) {
        bytesOut.add(bytes);
    }

    /// The counts until now, which begin anew.
    Counts take() {
        var byMethod = calls.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().sumThenReset()));
        return new Counts(requests.getAndSet(0), byMethod, bytesIn.sumThenReset(), bytesOut.sumThenReset());
    }
}
