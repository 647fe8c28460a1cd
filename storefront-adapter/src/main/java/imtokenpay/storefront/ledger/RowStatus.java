package imtokenpay.storefront.ledger;

import imtokenpay.storefront.PaymentStatus;

/// Where a row stands: what came of asking, then the payment's own status as the last event told it.
public enum RowStatus {
    /// Written down; the plugin's answer is still to come.
    ASKED,
    /// The plugin did not answer: there may be a payment, but nobody was sent to it.
    UNANSWERED,
    /// The plugin said no: there is no payment.
    REFUSED,
    AWAITING,
    UNDERPAID,
    CONFIRMING,
    SETTLED,
    EXPIRED,
    CANCELLED,
    UNRESOLVED,
    REVERSED,
    CLOSED;

    static RowStatus of(PaymentStatus status) {
        return valueOf(status.name());
    }

    /// Whether money may be seen for it in the ordinary way.
    public boolean open() {
        return this == ASKED || this == AWAITING || moneySeen();
    }

    /// Whether money is on its way.
    public boolean moneySeen() {
        return this == UNDERPAID || this == CONFIRMING;
    }

    /// Whether the same intent is asked again when the shopper comes back.
    boolean repeatable() {
        return open() || this == UNANSWERED;
    }
}
