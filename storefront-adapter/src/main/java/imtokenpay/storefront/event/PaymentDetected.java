package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// Money was seen, or is gone again: [imtokenpay.storefront.StorefrontOrders#detected] was called.
public record PaymentDetected(PaymentNotice payment) implements PaymentEvent {}
