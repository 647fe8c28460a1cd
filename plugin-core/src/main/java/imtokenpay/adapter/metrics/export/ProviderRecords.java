package imtokenpay.adapter.metrics.export;

import imtokenpay.adapter.quorum.ProviderHealth;
import imtokenpay.money.ChainId;
import java.util.List;

/// How the providers of each chain did so far.
public interface ProviderRecords {
    /// In the order of the configuration.
    List<ProviderHealth> of(ChainId chain);
}
