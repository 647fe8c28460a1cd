package imtokenpay.flow.setup;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.merchant.ReceivingSlots.Use;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Refuses a configuration that would use an address in a way that shoppers of the past do not expect.
@UseCase
public class CheckAddresses {
    private final ReceivingSlots slots;
    private final AcceptedAssets assets;

    @Inject
    public CheckAddresses(ReceivingSlots slots, AcceptedAssets assets) {
        this.slots = slots;
        this.assets = assets;
    }

    /// Checks what a draft comes to, and has its assets accepted from now on.
    ///
    /// @throws IllegalArgumentException in words for the integrator
    void provide(Arrangement.Draft draft) {
        check(draft.provided(), draft.modes());
        draft.provided().forEach(assets::provide);
    }

    /// Checks every accepted asset's addresses.
    ///
    /// @throws IllegalArgumentException in words for the integrator
    public void check(List<AcceptedAsset> provided, ReceivingModes modes) {
        provided.forEach(accepted -> check(accepted, modes));
    }

    private void check(AcceptedAsset accepted, ReceivingModes modes) {
        if (isUsed(accepted, accepted.receiver(), Use.EXCLUSIVE)) {
            throw wrong(accepted, accepted.receiver(), "was one payment's own", "cannot be the shared address");
        }
        if (modes.of(accepted.asset()) instanceof ReceivingMode.Pool pool) {
            for (var address : pool.addresses()) {
                if (isUsed(accepted, address, Use.SHARED)) {
                    throw wrong(accepted, address, "was shown as the shared address", "cannot be in the pool");
                }
            }
        }
    }

    private boolean isUsed(AcceptedAsset accepted, Address address, Use use) {
        return slots.use(accepted.asset(), address).equals(Optional.of(use));
    }

    private static IllegalArgumentException wrong(AcceptedAsset accepted, Address address, String was, String cannot) {
        return new IllegalArgumentException("Configuration: " + address + " " + was + " for " + accepted.asset()
                + ", so it " + cannot + ": late money of an old payment would be taken for a new one's."
                + " Use another address of your wallet.");
    }
}
