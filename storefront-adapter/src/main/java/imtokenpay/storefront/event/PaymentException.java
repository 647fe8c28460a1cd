package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// A person has to look: [imtokenpay.storefront.StorefrontOrders#exception] was called.
public record PaymentException(PaymentNotice payment) implements PaymentEvent {}
