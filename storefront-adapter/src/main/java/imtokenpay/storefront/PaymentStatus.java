package imtokenpay.storefront;

import java.util.Locale;

/// Where a payment stands. Only [#SETTLED] means paid.
public enum PaymentStatus {
    AWAITING,
    UNDERPAID,
    CONFIRMING,
    SETTLED,
    EXPIRED,
    CANCELLED,
    UNRESOLVED,
    REVERSED,
    CLOSED;

    /// The status by its name in the contract, such as `awaiting`.
    ///
    /// @throws IllegalArgumentException for a name that the contract does not have
    public static PaymentStatus of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// Whether the shopper can still pay it, or has just done so.
    public boolean open() {
        return this == AWAITING || this == UNDERPAID || this == CONFIRMING;
    }
}
