package imtokenpay.storefront;

/// What came of a wish to cancel.
public enum CancelOutcome {
    /// Nothing is open any more and no money has come: the order may be cancelled.
    CANCELLED,
    /// Money is on its way or has arrived: keep the order.
    TOO_LATE
}
