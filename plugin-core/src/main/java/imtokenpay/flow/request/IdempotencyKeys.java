package imtokenpay.flow.request;

import imtokenpay.payment.PaymentId;
import java.util.Optional;

/// The keys that stores have used, so that the same call twice makes one payment.
public interface IdempotencyKeys {
    /// What a key was used for.
    ///
    /// @param requestHash of the body it came with
    record Use(String requestHash, PaymentId paymentId) {}

    /// What the store's key was used for, if it was.
    Optional<Use> of(String storeId, String key);

    /// Notes a key's use; false when another transaction has just used it, and then nothing of this one may
    /// stay.
    boolean remember(String storeId, String key, Use use);
}
