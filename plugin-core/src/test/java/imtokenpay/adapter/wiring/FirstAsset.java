package imtokenpay.adapter.wiring;

import imtokenpay.merchant.AcceptedAsset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// What becomes of a configuration of networks and assets: the first asset, or a complaint.
final class FirstAsset {
    private FirstAsset() {}

    /// @param changes take the place of what `good` says
    static AcceptedAsset of(Map<String, String> good, Map<String, String> changes) {
        var texts = new HashMap<>(good);
        texts.putAll(changes);
        var settings = new Settings(new Keys(texts));
        try (var networks = new ConfiguredNetworks(settings, InstantSource.system())) {
            return new ConfiguredAssets(settings, networks, Instant.EPOCH)
                    .assets()
                    .getFirst();
        }
    }
}
