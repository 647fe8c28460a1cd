package imtokenpay.webhook.told;

import java.util.List;

/// A few deliveries of a store.
///
/// @param cursor where the next page begins
/// @param hasMore whether there are more by now
public record DeliveryPage(List<ToldEvent> deliveries, DeliveryCursor cursor, boolean hasMore) {
    public DeliveryPage {
        deliveries = List.copyOf(deliveries);
    }
}
