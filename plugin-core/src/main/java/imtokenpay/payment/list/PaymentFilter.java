package imtokenpay.payment.list;

import imtokenpay.payment.PaymentStatus;
import java.util.Optional;
import java.util.Set;

/// Which payments are wanted. A store never sees another one's.
///
/// @param orderRef only those of this order
/// @param statuses only those that stand so; empty for all
/// @param opened only those that were asked for then
public record PaymentFilter(String storeId, Optional<String> orderRef, Set<PaymentStatus> statuses, Opened opened) {
    /// Those of any time.
    public PaymentFilter(String storeId, Optional<String> orderRef, Set<PaymentStatus> statuses) {
        this(storeId, orderRef, statuses, Opened.EVER);
    }

    public PaymentFilter {
        statuses = Set.copyOf(statuses);
    }

    /// All payments of a store.
    public static PaymentFilter all(String storeId) {
        return new PaymentFilter(storeId, Optional.empty(), Set.of());
    }
}
