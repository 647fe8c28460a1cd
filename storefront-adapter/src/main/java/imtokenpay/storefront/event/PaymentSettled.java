package imtokenpay.storefront.event;

import imtokenpay.storefront.PaymentNotice;

/// The order is paid: [imtokenpay.storefront.StorefrontOrders#paid] was called.
public record PaymentSettled(PaymentNotice payment) implements PaymentEvent {}
