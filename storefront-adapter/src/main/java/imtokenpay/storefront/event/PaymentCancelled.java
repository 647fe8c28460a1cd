package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// The shopper gave up: [imtokenpay.storefront.StorefrontOrders#released] was called.
public record PaymentCancelled(PaymentNotice payment) implements PaymentEvent {}
