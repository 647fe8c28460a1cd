package imtokenpay.payment;

import imtokenpay.money.Amount;
import java.time.Instant;

/// What a person has decided about a payment. Decisions amend the terms; the standing is derived from them as
/// always.
public sealed interface Decision {
    /// Nobody has decided anything.
    record None() implements Decision {}

    /// Called off at that moment: whatever is made later is late.
    record Cancelled(Instant at) implements Decision {}

    /// The money that came until that moment is taken as if it had been in time, and the due as met by `due`.
    record Accepted(Instant at) implements Decision {}

    /// The matter was ended when this much money was in the chain; more brings it back.
    record Closed(Instant at, Amount over) implements Decision {}
}
