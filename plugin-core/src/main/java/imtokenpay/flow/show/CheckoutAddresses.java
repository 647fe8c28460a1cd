package imtokenpay.flow.show;

import imtokenpay.payment.PaymentId;

/// Where shoppers find their checkout pages.
public interface CheckoutAddresses {
    /// The absolute address of that payment's page. Built from the configured public address, never from a
    /// request.
    String of(PaymentId id);
}
