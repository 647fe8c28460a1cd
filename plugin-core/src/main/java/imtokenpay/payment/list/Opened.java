package imtokenpay.payment.list;

import java.time.Instant;
import java.util.Optional;

/// When payments were asked for.
///
/// @param from then or later; empty for however long ago
/// @param until before that; empty for up to now
public record Opened(Optional<Instant> from, Optional<Instant> until) {
    /// At any time.
    public static final Opened EVER = new Opened(Optional.empty(), Optional.empty());
}
