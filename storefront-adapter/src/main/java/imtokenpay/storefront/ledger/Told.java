package imtokenpay.storefront.ledger;

/// The last thing that the store was told about a payment and that must not be told twice.
public enum Told {
    NOTHING,
    RELEASED,
    PAID
}
