package imtokenpay.flow.stock;

import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.Asset;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/// Counts the addresses of pools that no payment has.
@UseCase
public class FreeAddresses {
    private final AcceptedAssets assets;
    private final ReceivingModes modes;
    private final ReceivingSlots slots;

    @Inject
    public FreeAddresses(AcceptedAssets assets, ReceivingModes modes, ReceivingSlots slots) {
        this.assets = assets;
        this.modes = modes;
        this.slots = slots;
    }

    /// How many are free, for each asset that has a pool.
    public Map<Asset, Long> count() {
        var free = new HashMap<Asset, Long>();
        for (var accepted : assets.all()) {
            if (modes.of(accepted.asset()) instanceof ReceivingMode.Pool pool) {
                var taken = slots.exclusive(accepted.asset());
                free.put(
                        accepted.asset(),
                        pool.addresses().stream()
                                .filter(address -> !taken.contains(address))
                                .count());
            }
        }
        return free;
    }
}
