package imtokenpay.storefront;

import java.util.Optional;

/// The store's side of imToken Pay: **the store implements this as one CDI bean**.
///
/// Every method but [#find] runs inside one transaction with the adapter's ledger, in the store's own data
/// source. What the method writes and the note that it was told commit together; if it throws, both roll back
/// and the plugin tries again later. So write with JPA or JDBC on that data source, and never hand the work to
/// another thread: no
/// `@Asynchronous`, no `@ObservesAsync`. Mail and the like belong after the commit.
///
/// After each call a CDI event tells any other listener in the store, in the same transaction:
/// [imtokenpay.storefront.event.PaymentEvent].
///
/// Of one payment [#paid] comes at most once and [#released] at most once.
public interface StorefrontOrders {

    /// The order as the store's database has it, or empty when there is no such order.
    ///
    /// The amount of a payment comes from here and never from a page.
    Optional<PayableOrder> find(String orderRef);

    /// The store's own name for who has placed the order, so that a campaign for first orders knows one: 1 to 64
    /// characters; a longer one is left out. Empty for a guest, or for one who has bought here before in
    /// another way. It is shown nowhere.
    default Optional<String> customer(String orderRef) {
        return Optional.empty();
    }

    /// `payment.settled`: paid in time, in full, final. Ship.
    ///
    /// An order that was cancelled or paid in another way meanwhile is not protected by this call: look at
    /// its state, and note it for a person where it no longer waits for money.
    void paid(PaymentNotice p);

    /// `payment.expired` and `payment.cancelled`: no money came. Roll the order back and free its stock.
    ///
    /// Called only while [#find] still says that the order is payable and no other payment of the order is open.
    void released(PaymentNotice p);

    /// `payment.overpaid`, `payment.unresolved`, `payment.reversed`, and any event that does not fit what was
    /// asked (amount, currency, asset, order): a person has to look. [PaymentNotice#reason] says why in a
    /// sentence.
    default void exception(PaymentNotice p) {}

    /// `payment.underpaid`, `payment.confirming` and `payment.awaiting` (money that was seen is gone again):
    /// wait, and do
    /// not time the order out while [PaymentNotice#status] is `UNDERPAID` or `CONFIRMING`.
    default void detected(PaymentNotice p) {}
}
