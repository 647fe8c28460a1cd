package imtokenpay.payment;

import java.util.Locale;

/// Where a payment stands. Written in lower case in the API, in webhooks and in the database.
public enum PaymentStatus {
    /// Nothing has come yet.
    AWAITING,
    /// Some money is in the chain, not enough, and there is time left.
    UNDERPAID,
    /// Enough money is in the chain, not final yet.
    CONFIRMING,
    /// Paid: enough, in time, final. The only standing that means paid.
    SETTLED,
    /// Time ran out and nothing came.
    EXPIRED,
    /// Called off before anything came.
    CANCELLED,
    /// Money that is late or short waits for a person.
    UNRESOLVED,
    /// Was settled, and the money left the chain since.
    REVERSED,
    /// A person has ended the matter.
    CLOSED;

    /// The word as everybody outside sees it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a person may take what came as enough.
    public boolean mayBeAccepted() {
        return switch (this) {
            case UNDERPAID, UNRESOLVED -> true;
            case AWAITING, CONFIRMING, SETTLED, EXPIRED, CANCELLED, REVERSED, CLOSED -> false;
        };
    }

    /// Whether a person may end the matter.
    public boolean mayBeClosed() {
        return switch (this) {
            case UNRESOLVED, REVERSED -> true;
            case AWAITING, UNDERPAID, CONFIRMING, SETTLED, EXPIRED, CANCELLED, CLOSED -> false;
        };
    }

    /// Whether it is over and nothing was paid for the order, so that what was kept for it is free again.
    public boolean isEndedUnpaid() {
        return switch (this) {
            case EXPIRED, CANCELLED, CLOSED -> true;
            case AWAITING, UNDERPAID, CONFIRMING, SETTLED, UNRESOLVED, REVERSED -> false;
        };
    }

    /// Whether the shopper may still pay.
    public boolean isOpen() {
        return switch (this) {
            case AWAITING, UNDERPAID, CONFIRMING -> true;
            case SETTLED, EXPIRED, CANCELLED, UNRESOLVED, REVERSED, CLOSED -> false;
        };
    }
}
