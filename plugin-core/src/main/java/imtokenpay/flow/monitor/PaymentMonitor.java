package imtokenpay.flow.monitor;

import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;

/// Hears what becomes of payments.
public interface PaymentMonitor {
    /// A payment was asked for in that asset. Told after the commit.
    default void opened(Asset asset) {}

    /// A payment ended. Told within the transaction that ends it, so it counts only once that has committed.
    default void ended(Payment payment, Ending ending) {}

    /// A call of the REST API was refused. Told after everything was rolled back.
    ///
    /// @param code the problem's stable code, one of those in docs/api.md
    default void refused(String code) {}
}
