package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// A configuration that works, and what becomes of it when some of its keys are written otherwise.
record Configured(Map<String, String> good) {
    ConfiguredAssets assets(Map<String, String> changes) {
        try (var networks = networks(changes)) {
            return new ConfiguredAssets(settings(changes), networks, InstantSource.system());
        }
    }

    ConfiguredNetworks networks(Map<String, String> changes) {
        return new ConfiguredNetworks(settings(changes), InstantSource.system());
    }

    /// What the integrator is told.
    String refused(Map<String, String> changes) {
        var complaint = assertThrows(IllegalArgumentException.class, () -> assets(changes))
                .getMessage();
        assertTrue(complaint.startsWith("Configuration: imtoken."), complaint);
        return complaint;
    }

    /// A network and an asset, with those texts after `imtoken.network.main.` and `imtoken.asset.usdt.`.
    static Configured of(Map<String, String> network, Map<String, String> asset) {
        var good = new HashMap<>(Map.of("imtoken.networks", "main", "imtoken.assets", "usdt"));
        network.forEach((key, text) -> good.put("imtoken.network.main." + key, text));
        asset.forEach((key, text) -> good.put("imtoken.asset.usdt." + key, text));
        return new Configured(good);
    }

    private Settings settings(Map<String, String> changes) {
        var texts = new HashMap<>(good);
        texts.putAll(changes);
        return new Settings(new Keys(texts));
    }
}
