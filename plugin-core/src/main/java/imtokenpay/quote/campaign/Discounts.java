package imtokenpay.quote.campaign;

/// What is taken from campaigns. Of two payments at once that want the same thing, the database lets one through. A
/// discount is given back by the very change that ends its payment unpaid.
public interface Discounts {
    /// A customer of a store.
    ///
    /// @param reference the store's own name for him, 1 to 64 characters
    record Customer(String storeId, String reference) {}

    /// Whether a payment of that customer was ever settled.
    boolean hasPaid(Customer customer);

    /// Notes that the payment has the customer's first-order discount; false when another one has it.
    ///
    /// @param paymentId of a payment that is being asked for
    boolean takeFirst(Customer customer, String paymentId);

    /// Undoes [#takeFirst] within the same transaction.
    void leaveFirst(String paymentId);

    /// Takes a discount from the campaign's budget; false when that does not suffice, and then nothing was taken.
    boolean take(Campaign campaign, Discount discount, String paymentId);
}
