package imtokenpay.quote.live;

import imtokenpay.quote.live.SourceFailed.Reason;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// How a source of prices does.
///
/// @param answered when it last said a price; empty if never
/// @param complaint what is amiss now; empty where nothing is. For the log alone: it may name a network's nodes
/// @param failures how often it failed since the start, each pair that it said nothing of by itself
public record SourceStanding(
        String source, Optional<Instant> answered, Optional<String> complaint, Map<Reason, Long> failures) {}
