package imtokenpay.flow.resolve;

import imtokenpay.payment.PaymentId;
import java.util.List;

/// What people have decided. It only grows.
public interface Decisions {
    /// Adds one.
    void add(Resolution resolution);

    /// What was decided about a payment, oldest first.
    List<Resolution> of(PaymentId id);
}
