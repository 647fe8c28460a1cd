package imtokenpay.storefront;

import java.net.URI;
import java.util.Optional;

/// What a store can ask of imToken Pay. Inject it, or use it on a page as `imtokenPay`.
///
/// Every call that reaches the plugin takes 10 s at most. Do not call from inside a transaction that holds
/// locks.
public interface ImtokenPay {

    /// Asks for a payment of an order and answers the page to send the shopper to.
    ///
    /// The amount comes from [StorefrontOrders#find]. As long as a payment of the same asset and amount is
    /// open, the same
    /// page comes back, so a double click or a second tab makes no second payment. An open payment in another
    /// asset is cancelled first.
    ///
    /// @param orderRef 1 to 64 characters, the order's name in the store
    /// @param asset CAIP-19 id out of [#paymentMethod]
    /// @param returnUrl absolute address of the store's page to come back to; empty for none
    /// @throws PaymentRefusal with words for the shopper; the order is untouched
    URI start(String orderRef, String asset, String returnUrl) throws PaymentRefusal;

    /// One payment as it stands at the plugin, or empty when there is none of that id.
    ///
    /// To look at only: an order is paid by [StorefrontOrders#paid] and by nothing else.
    Optional<PaymentNotice> find(String paymentId) throws PaymentRefusal;

    /// Cancels a payment that has received nothing.
    CancelOutcome cancel(String paymentId) throws PaymentRefusal;

    /// Ends whatever is open for an order, before the store cancels it or takes money in another way.
    ///
    /// `CANCELLED`: nothing is open any more, and the order is the store's alone: the end of the payment does not
    /// roll it back. Also when nothing was open; no call is made then, so it works while the plugin is down.
    /// `TOO_LATE`: money was seen. Keep the order; the store is told how it ends.
    ///
    /// Not from inside a transaction of the store: the order's payments are locked meanwhile.
    CancelOutcome abandon(String orderRef) throws PaymentRefusal;

    /// How the payment of an order stands; empty while nobody has asked for one.
    ///
    /// Of several payments, the one that says most about the order: paid before open, open before ended. While
    /// the plugin does not answer, it is what the last event told.
    Optional<PaymentStanding> standing(String orderRef);

    /// What a shopper can pay with; remembered for half a minute, never throws.
    PaymentMethod paymentMethod();
}
