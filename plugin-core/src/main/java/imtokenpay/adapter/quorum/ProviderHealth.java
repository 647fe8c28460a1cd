package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.Duration;
import java.util.Map;

/// How a provider did so far.
///
/// @param score 0 to 1,000; falls by failures, disagreement, slowness and lag, and comes back with time
/// @param failures how often it gave no usable answer since the start, by reason
/// @param disagreements how often it was outvoted since the start
/// @param answers what it did answer since the start
public record ProviderHealth(String name, int score, Map<Reason, Long> failures, long disagreements, Answers answers) {
    public ProviderHealth {
        failures = Map.copyOf(failures);
    }

    /// Usable answers, each to one look or question, which may be several calls.
    ///
    /// @param took how long all of them took together
    public record Answers(long count, Duration took) {
        Answers andOne(Duration more) {
            return new Answers(count + 1, took.plus(more));
        }
    }
}
