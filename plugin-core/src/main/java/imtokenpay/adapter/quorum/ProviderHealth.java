package imtokenpay.adapter.quorum;

import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.util.Map;

/// How a provider did so far.
///
/// @param score 0 to 1,000; falls by failures, disagreement, slowness and lag, and comes back with time
/// @param failures how often it gave no usable answer since the start, by reason
/// @param disagreements how often it was outvoted since the start
public record ProviderHealth(String name, int score, Map<Reason, Long> failures, long disagreements) {
    public ProviderHealth {
        failures = Map.copyOf(failures);
    }
}
