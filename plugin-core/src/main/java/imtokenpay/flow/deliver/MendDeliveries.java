package imtokenpay.flow.deliver;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.audit.Action;
import imtokenpay.flow.audit.AuditTrail;
import imtokenpay.flow.audit.Deed;
import imtokenpay.flow.deliver.StoreEndpoint.Standing;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import imtokenpay.webhook.trouble.DisabledEndpoints;
import imtokenpay.webhook.trouble.FailedDeliveries;
import imtokenpay.webhook.trouble.FailedDelivery;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// What a person sees of events that do not arrive, and does about it.
@UseCase
public class MendDeliveries {
    private final Stores stores;
    private final WebhookEndpoints endpoints;
    private final Troubles troubles;
    private final AuditTrail audit;
    private final InstantSource clock;

    /// What does not work at present.
    public record Troubles(DisabledEndpoints disabled, FailedDeliveries failed) {}

    @Inject
    public MendDeliveries(
            Stores stores, WebhookEndpoints endpoints, Troubles troubles, AuditTrail audit, InstantSource clock) {
        this.stores = stores;
        this.endpoints = endpoints;
        this.troubles = troubles;
        this.audit = audit;
        this.clock = clock;
    }

    /// Deliveries that failed so far: those that are given up first, then the newest.
    ///
    /// @param count 1 to 200
    public List<FailedDelivery> failed(int count) {
        return troubles.failed.some(count);
    }

    /// Every store's endpoint; a store without one is not among them.
    public List<StoreEndpoint> endpoints() {
        return stores.all().stream().flatMap(this::endpoint).toList();
    }

    /// Sends an event once more, at once, whatever became of it.
    ///
    /// @param by who wants it
    /// @return whether there is such an event
    public boolean redeliver(String eventId, String by) {
        var known = troubles.failed.redeliver(eventId, clock.instant());
        if (known) {
            audit.add(Deed.of(by, Action.EVENT_REDELIVERED, eventId, ""));
        }
        return known;
    }

    /// Sends to a store's endpoint again, and at once what waits there.
    ///
    /// @param by who wants it
    public void enable(String storeId, String by) {
        troubles.disabled.enable(storeId);
        troubles.failed.hasten(storeId, clock.instant());
        audit.add(Deed.of(by, Action.WEBHOOKS_ENABLED, storeId, ""));
    }

    private Stream<StoreEndpoint> endpoint(Store store) {
        return endpoints.ofStore(store.id()).stream()
                .map(endpoint -> new StoreEndpoint(store, endpoint.address(), standing(endpoint)));
    }

    private Standing standing(WebhookEndpoint endpoint) {
        return troubles.disabled.all().stream()
                .filter(one -> one.is(endpoint))
                .findFirst()
                .map(one -> (Standing) new Standing.Disabled(one.since()))
                .orElseGet(Standing.Enabled::new);
    }
}
