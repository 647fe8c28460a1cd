package imtokenpay.flow.caller;

import java.time.Duration;

/// Whether a call is let in.
public sealed interface Admission {
    /// It is.
    record Admitted(Caller caller) implements Admission {}

    /// Nobody has such a key, or it is void.
    record Unknown() implements Admission {}

    /// The key may not be used from there.
    record Elsewhere() implements Admission {}

    /// There were too many calls; the next one is let in after a pause.
    record TooMany(Duration pause) implements Admission {}
}
