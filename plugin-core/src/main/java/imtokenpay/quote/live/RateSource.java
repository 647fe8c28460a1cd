package imtokenpay.quote.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Somebody who tells prices. Touches the network; none may be asked inside a transaction.
public interface RateSource extends AutoCloseable {
    /// What it says, and of which pairs it says nothing that can be used, and why.
    record Answer(Map<RatePair, RateReport> reports, Map<RatePair, SourceFailed> without) {
        /// Asks for each pair by itself: one that is amiss spoils no other.
        public static Answer of(Iterable<RatePair> pairs, Function<RatePair, RateReport> question) {
            var reports = new LinkedHashMap<RatePair, RateReport>();
            var without = new LinkedHashMap<RatePair, SourceFailed>();
            for (var pair : pairs) {
                try {
                    reports.put(pair, question.apply(pair));
                } catch (SourceFailed amiss) {
                    without.put(pair, amiss);
                }
            }
            return new Answer(Map.copyOf(reports), Map.copyOf(without));
        }

        /// What is amiss, in words; empty where nothing is.
        public Optional<String> complaint() {
            return without.isEmpty()
                    ? Optional.empty()
                    : Optional.of(without.entrySet().stream()
                            .map(amiss ->
                                    amiss.getKey() + ": " + amiss.getValue().getMessage())
                            .sorted()
                            .collect(Collectors.joining("; ")));
        }

        /// Why those that are missing are, each once for each pair.
        public List<SourceFailed.Reason> reasons() {
            return without.values().stream().map(SourceFailed::reason).toList();
        }
    }

    /// Its name, such as `kraken`.
    String name();

    /// Asks for all its pairs.
    ///
    /// @throws SourceFailed if there is no answer, or none that can be read; nothing was learnt then
    Answer ask();

    @Override
    void close();
}
