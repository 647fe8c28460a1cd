package imtokenpay.adapter.wiring.live;

import imtokenpay.adapter.metrics.export.ProviderRecords;
import imtokenpay.adapter.quorum.ProviderHealth;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// How the providers in use did so far.
@Singleton
public class CurrentProviders implements ProviderRecords {
    private final LiveArrangement live;

    @Inject
    public CurrentProviders(LiveArrangement live) {
        this.live = live;
    }

    @Override
    public List<ProviderHealth> of(ChainId chain) {
        return live.current().networks().health(chain);
    }
}
