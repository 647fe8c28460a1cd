package imtokenpay.flow.demand;

/// What a chain is read for, and so how often.
public enum Demand {
    /// Nobody holds an address or an amount: whatever comes can be for no payment, and the chain is left alone.
    NONE,
    /// Every payment ended long ago, but late money would still be somebody's.
    LATE,
    /// A shopper may pay at any moment, waits for confirmations, or is done so lately that more could come, or a
    /// reorg could undo it.
    LIVE
}
