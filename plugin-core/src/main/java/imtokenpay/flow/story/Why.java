package imtokenpay.flow.story;

import imtokenpay.payment.Decision;
import imtokenpay.payment.Payment;
import imtokenpay.payment.Tally;

/// Why a payment stands where it stands, told from the facts alone.
public enum Why {
    /// Nothing has come, and there is time left.
    NOTHING_YET,
    /// Less than is due has come, and there is time left.
    NOT_ENOUGH_YET,
    /// Enough has come; its blocks are not deep enough yet.
    NOT_FINAL_YET,
    /// Enough has come in time and is final.
    PAID,
    /// A person took what came as enough, and it is final.
    ACCEPTED,
    /// Nothing came until the deadline.
    NOTHING_IN_TIME,
    /// It was called off before anything came.
    CALLED_OFF,
    /// It was called off, and money came nevertheless.
    CAME_AFTER_CANCEL,
    /// Less than is due came until the deadline, and nothing after it.
    TOO_LITTLE,
    /// Enough came, but some of it after the deadline.
    TOO_LATE,
    /// Less than is due came, and some of it after the deadline.
    TOO_LITTLE_TOO_LATE,
    /// The money that had paid it is in the chain no more.
    LEFT_THE_CHAIN,
    /// A person has ended the matter.
    CLOSED,
    /// A person had ended the matter, and more money came.
    CAME_AFTER_CLOSE;

    /// The reason for a payment's standing.
    ///
    /// @param tally what the facts add up to under its terms
    public static Why of(Payment payment, Tally tally) {
        var decision = payment.terms().decision();
        return switch (payment.status()) {
            case AWAITING -> NOTHING_YET;
            case UNDERPAID -> NOT_ENOUGH_YET;
            case CONFIRMING -> NOT_FINAL_YET;
            case SETTLED -> decision instanceof Decision.Accepted ? ACCEPTED : PAID;
            case EXPIRED -> NOTHING_IN_TIME;
            case CANCELLED -> CALLED_OFF;
            case UNRESOLVED -> unresolved(payment, tally);
            case REVERSED -> LEFT_THE_CHAIN;
            case CLOSED -> CLOSED;
        };
    }

    private static Why unresolved(Payment payment, Tally tally) {
        return switch (payment.terms().decision()) {
            case Decision.Cancelled cancelled -> CAME_AFTER_CANCEL;
            // What a person took as enough is no longer all there.
            case Decision.Accepted accepted -> LEFT_THE_CHAIN;
            case Decision.Closed closed -> CAME_AFTER_CLOSE;
            case Decision.None none -> undecided(payment, tally);
        };
    }

    private static Why undecided(Payment payment, Tally tally) {
        if (tally.late().isZero()) {
            return TOO_LITTLE;
        }
        return tally.received().covers(payment.terms().due()) ? TOO_LATE : TOO_LITTLE_TOO_LATE;
    }
}
