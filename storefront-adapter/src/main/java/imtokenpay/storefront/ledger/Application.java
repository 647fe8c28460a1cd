package imtokenpay.storefront.ledger;

/// What the store does about an event, within the event's transaction.
@FunctionalInterface
public interface Application {

    /// Tells the store.
    ///
    /// @param row the row after the event's status and sequence were written
    /// @param othersOpen whether another payment of the same order is open
    /// @return what the store knows now
    Told tell(LedgerRow row, boolean othersOpen);
}
