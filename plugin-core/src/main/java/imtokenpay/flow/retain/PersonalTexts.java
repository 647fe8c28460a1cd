package imtokenpay.flow.retain;

import java.time.Instant;
import java.util.Optional;

/// What stores have told of people and orders: a payment's description, its references and the address to go back to,
/// in the payment and in the events about it.
public interface PersonalTexts {
    /// Removes them from some payments that have ended and did not change since that moment, the next after an id. An
    /// order's name, and all that is about money, stays.
    ///
    /// @param after the id that was given last; empty at first
    /// @param count 1 to 1,000
    /// @return the id to go on with; empty when there is nothing more
    Optional<String> remove(Instant unchangedSince, String after, int count);
}
