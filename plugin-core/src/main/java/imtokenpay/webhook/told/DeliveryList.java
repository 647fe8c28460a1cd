package imtokenpay.webhook.told;

import java.util.Optional;

/// The deliveries of a store, whatever became of them, the newest first. The thousandth page costs as much as the
/// first.
public interface DeliveryList {
    /// The deliveries after a place.
    ///
    /// @param count 1 to 100
    DeliveryPage page(String storeId, DeliveryCursor after, int count);

    /// The delivery of one event; empty also when it is another store's.
    Optional<ToldEvent> one(String storeId, String eventId);
}
