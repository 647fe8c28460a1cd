package imtokenpay.flow.deliver;

import imtokenpay.flow.UseCase;
import imtokenpay.webhook.told.DeliveryCursor;
import imtokenpay.webhook.told.DeliveryList;
import imtokenpay.webhook.told.DeliveryPage;
import imtokenpay.webhook.told.ToldEvent;
import jakarta.inject.Inject;
import java.util.Optional;

/// What a store itself sees of its endpoint and its deliveries, and does about them.
@UseCase
public class StoreDeliveries {
    private final MendDeliveries mend;
    private final DeliveryList list;

    @Inject
    public StoreDeliveries(MendDeliveries mend, DeliveryList list) {
        this.mend = mend;
        this.list = list;
    }

    /// Where the store is told; empty when it wants no events.
    public Optional<StoreEndpoint> endpoint(String storeId) {
        return mend.endpoints().stream()
                .filter(endpoint -> endpoint.store().id().equals(storeId))
                .findFirst();
    }

    /// The store's deliveries, the newest first.
    ///
    /// @param count 1 to 100
    public DeliveryPage page(String storeId, DeliveryCursor after, int count) {
        return list.page(storeId, after, count);
    }

    /// Sends one of the store's events once more, at once, whatever became of it.
    ///
    /// @param by who wants it
    /// @return how far its delivery is; empty when the store has no such event
    public Optional<ToldEvent> redeliver(String storeId, String eventId, String by) {
        if (list.one(storeId, eventId).isEmpty()) {
            return Optional.empty();
        }
        mend.redeliver(eventId, by);
        return list.one(storeId, eventId);
    }

    /// Sends to the store's endpoint again, and at once what waits there.
    ///
    /// @param by who wants it
    public void enable(String storeId, String by) {
        mend.enable(storeId, by);
    }
}
