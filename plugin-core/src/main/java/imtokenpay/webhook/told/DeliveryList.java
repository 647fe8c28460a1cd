package imtokenpay.webhook.told;

import imtokenpay.payment.PaymentId;
import java.util.List;
import java.util.Optional;

/// The deliveries of a store, whatever became of them, the newest first. The thousandth page costs as much as the
/// first.
public interface DeliveryList {
    /// The deliveries after a place.
    ///
    /// @param count 1 to 100
    DeliveryPage page(String storeId, DeliveryCursor after, int count);

    /// All deliveries about a payment and its refunds, the oldest first.
    List<ToldEvent> of(PaymentId payment);

    /// The delivery of one event; empty also when it is another store's.
    Optional<ToldEvent> one(String storeId, String eventId);
}
