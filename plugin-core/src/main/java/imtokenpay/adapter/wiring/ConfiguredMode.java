package imtokenpay.adapter.wiring;

import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.money.ChainId;

/// The receiving mode of one asset as configured: `pool` lists addresses, `xpub` makes them; neither means shared.
final class ConfiguredMode {
    private ConfiguredMode() {}

    static ReceivingMode read(Settings settings, String prefix, AcceptedAsset accepted) {
        var pool = settings.list(prefix + "pool");
        var xpub = settings.optional(prefix + "xpub");
        if (!pool.isEmpty() && xpub.isPresent()) {
            throw Settings.wrong(prefix + "pool", "and xpub are both set: choose one of them");
        }
        if (xpub.isPresent()) {
            return fresh(prefix + "xpub", xpub.get(), accepted.asset().chain());
        }
        return pool.isEmpty() ? new ReceivingMode.Shared() : pool(settings, prefix + "pool", accepted);
    }

    private static ReceivingMode fresh(String key, String xpub, ChainId chain) {
        try {
            return new ReceivingMode.Fresh(HdAccount.parse(Families.of(chain), chain, xpub));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(key, wrong.getMessage());
        }
    }

    private static ReceivingMode pool(Settings settings, String key, AcceptedAsset accepted) {
        try {
            var chain = accepted.asset().chain();
            var family = Families.of(chain);
            var addresses = settings.list(key).stream()
                    .map(text -> family.address(chain, text))
                    .toList();
            if (addresses.contains(accepted.receiver())) {
                throw new IllegalArgumentException("holds " + accepted.receiver()
                        + ", which is the shared address of this asset, too. One address cannot be both: money there"
                        + " would belong to two payments. Take it out of the pool, or set another shared address");
            }
            return new ReceivingMode.Pool(addresses);
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(key, wrong.getMessage());
        }
    }
}
