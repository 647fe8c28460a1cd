package imtokenpay.flow.report;

import java.time.Instant;
import java.util.Optional;

/// What a report is about, by the chain's time.
///
/// @param storeId the store; empty for all, and only then for money that belongs to no store
/// @param from the first moment
/// @param until the first moment that does not belong to it
public record Span(Optional<String> storeId, Instant from, Instant until) {}
