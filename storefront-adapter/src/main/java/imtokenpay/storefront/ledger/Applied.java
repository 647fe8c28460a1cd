package imtokenpay.storefront.ledger;

/// What came of an event.
public enum Applied {
    /// The store was told.
    NOW,
    /// It, or a younger one, was applied before.
    BEFORE,
    /// Nobody here asked for this payment.
    UNKNOWN
}
