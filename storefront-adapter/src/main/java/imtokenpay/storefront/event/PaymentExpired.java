package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// Nobody paid in time: [imtokenpay.storefront.StorefrontOrders#released] was called.
public record PaymentExpired(PaymentNotice payment) implements PaymentEvent {}
