package imtokenpay.refund;

import java.util.Locale;

/// Where a refund stands. Written in lower case in the API, in webhooks and in the database.
public enum RefundState {
    /// The shopper has not said yet where to.
    AWAITING_ADDRESS,
    /// The merchant can pay it: address and amount are known.
    OPEN,
    /// Its transfer is in the chain, not final yet.
    SEEN,
    /// Its transfer is final.
    COMPLETED,
    /// Called off before anything was seen.
    CANCELLED;

    /// The word as everybody outside sees it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it waits for something still to be done.
    public boolean isLive() {
        return switch (this) {
            case AWAITING_ADDRESS, OPEN, SEEN -> true;
            case COMPLETED, CANCELLED -> false;
        };
    }

    /// Whether the merchant may still be about to pay it.
    public boolean isPayable() {
        return switch (this) {
            case OPEN -> true;
            case AWAITING_ADDRESS, SEEN, COMPLETED, CANCELLED -> false;
        };
    }
}
