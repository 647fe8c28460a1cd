package imtokenpay.webhook;

import java.time.Duration;
import java.time.Instant;

/// One try to deliver an event, and what became of it.
public record Attempt(Instant at, Outcome outcome) {

    /// What became of it.
    public sealed interface Outcome {
        /// The store answered with this HTTP status.
        record Answered(int status) implements Outcome {}

        /// The store answered with this HTTP status, and wants to be left alone for a while.
        record AskedToWait(int status, Duration pause) implements Outcome {}

        /// No answer came; `why` is one short line.
        record Unreachable(String why) implements Outcome {}
    }

    /// What became of it, in words for people.
    public String words() {
        return switch (outcome) {
            case Outcome.Answered(int status) -> "HTTP " + status;
            case Outcome.AskedToWait(int status, var pause) ->
                "HTTP " + status + ", to be tried again after " + pause.toSeconds() + " s";
            case Outcome.Unreachable(String why) -> why;
        };
    }

    /// Whether the store has it now.
    public boolean isDelivered() {
        return outcome instanceof Outcome.Answered(int status) && status >= 200 && status < 300;
    }

    /// Whether the store said that it wants no more events (410 Gone).
    public boolean isUnwanted() {
        return outcome instanceof Outcome.Answered(int status) && status == 410;
    }
}
