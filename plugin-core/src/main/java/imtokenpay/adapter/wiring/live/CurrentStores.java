package imtokenpay.adapter.wiring.live;

import imtokenpay.merchant.ApiKey;
import imtokenpay.merchant.Store;
import imtokenpay.merchant.Stores;
import imtokenpay.webhook.WebhookEndpoint;
import imtokenpay.webhook.WebhookEndpoints;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The stores in use.
@Singleton
public class CurrentStores implements Stores, WebhookEndpoints {
    private final LiveArrangement live;

    @Inject
    public CurrentStores(LiveArrangement live) {
        this.live = live;
    }

    @Override
    public List<Store> all() {
        return live.current().stores().all();
    }

    @Override
    public Optional<Store> byApiKey(ApiKey key) {
        return live.current().stores().byApiKey(key);
    }

    @Override
    public Optional<Store> byId(String id) {
        return live.current().stores().byId(id);
    }

    @Override
    public Optional<WebhookEndpoint> ofStore(String storeId) {
        return live.current().stores().ofStore(storeId);
    }
}
