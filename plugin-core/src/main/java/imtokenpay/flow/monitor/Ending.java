package imtokenpay.flow.monitor;

import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Tally;
import java.util.Optional;

/// How a payment ended, and why, as far as the plugin can know. An ending need not be the last one.
public enum Ending {
    /// Enough came in time and is final.
    PAID("settled", "paid"),
    /// A person took what came as enough, and it is final.
    ACCEPTED("settled", "accepted"),
    /// Time ran out and nothing came.
    NOTHING_CAME("expired", "nothing_came"),
    /// Called off before anything came.
    CALLED_OFF("cancelled", "called_off"),
    /// Less than was due came, and time ran out.
    TOO_LITTLE("unresolved", "too_little"),
    /// Money came after the time to pay.
    LATE("unresolved", "late"),
    /// Money came to a payment that was called off.
    AFTER_CANCELLATION("unresolved", "after_cancellation"),
    /// Settled money left the chain.
    REORG("reversed", "reorg"),
    /// A person ended the matter.
    CLOSED("closed", "closed");

    private final String outcome;
    private final String reason;

    Ending(String outcome, String reason) {
        this.outcome = outcome;
        this.reason = reason;
    }

    /// The standing that the payment has entered, as everybody outside sees it.
    public String outcome() {
        return outcome;
    }

    /// Why.
    public String reason() {
        return reason;
    }

    /// How it ended; empty while the shopper may still pay, or money is still being confirmed.
    ///
    /// @param tally what came, as the chain shows it now
    public static Optional<Ending> of(Payment payment, Tally tally) {
        return switch (payment.status()) {
            case AWAITING, UNDERPAID, CONFIRMING -> Optional.empty();
            case SETTLED -> Optional.of(payment.terms().decision() instanceof Decision.Accepted ? ACCEPTED : PAID);
            case EXPIRED -> Optional.of(NOTHING_CAME);
            case CANCELLED -> Optional.of(CALLED_OFF);
            case UNRESOLVED -> Optional.of(unresolved(payment, tally));
            case REVERSED -> Optional.of(REORG);
            case CLOSED -> Optional.of(CLOSED);
        };
    }

    private static Ending unresolved(Payment payment, Tally tally) {
        if (payment.terms().decision() instanceof Decision.Cancelled) {
            return AFTER_CANCELLATION;
        }
        return tally.late().isZero() ? TOO_LITTLE : LATE;
    }
}
