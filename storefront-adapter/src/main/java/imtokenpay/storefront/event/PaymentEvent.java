package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// What the store was just told. A CDI event for any listener in the store, after the bean
/// [imtokenpay.storefront.StorefrontOrders] has returned and in the same transaction.
///
/// Observe with plain `@Observes`: what a listener writes commits with everything else, and one that throws
/// rolls everything back, and the event comes again. With `@ObservesAsync` neither is true. What cannot be taken
/// back, such as mail, belongs to `@Observes(during = TransactionPhase.AFTER_SUCCESS)`.
public sealed interface PaymentEvent
        permits PaymentDetected, PaymentSettled, PaymentExpired, PaymentCancelled, PaymentException {

    /// The payment as it stood then.
    PaymentNotice payment();
}
