package imtokenpay.adapter.wiring;

import imtokenpay.adapter.evm.EvmAddress;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.ReceivingMode;

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
            return fresh(prefix + "xpub", xpub.get());
        }
        return pool.isEmpty() ? new ReceivingMode.Shared() : pool(settings, prefix + "pool", accepted);
    }

    private static ReceivingMode fresh(String key, String xpub) {
        try {
            return new ReceivingMode.Fresh(EvmAccount.parse(xpub));
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(key, wrong.getMessage());
        }
    }

    private static ReceivingMode pool(Settings settings, String key, AcceptedAsset accepted) {
        try {
            var addresses = settings.list(key).stream().map(EvmAddress::parse).toList();
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
