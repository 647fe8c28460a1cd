package imtokenpay.flow.receive;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.AcceptedAsset;
import imtokenpay.merchant.FreshAddresses;
import imtokenpay.merchant.FreshAddresses.Series;
import imtokenpay.merchant.FreshAddresses.Taken;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where money can still come to: wherever a slot is leased, and every address that may be leased again, so that late
/// money at a released one is found and waits in the inbox.
@UseCase
public class ShownAddresses {
    private final ReceivingSlots slots;
    private final FreshAddresses fresh;
    private final ReceivingModes modes;

    @Inject
    public ShownAddresses(ReceivingSlots slots, FreshAddresses fresh, ReceivingModes modes) {
        this.slots = slots;
        this.fresh = fresh;
        this.modes = modes;
    }

    /// All of a chain.
    ///
    /// @param accepted what is accepted there
    public Set<Address> on(ChainId chain, Collection<AcceptedAsset> accepted) {
        var addresses = new HashSet<>(slots.receivers(chain));
        for (var asset : accepted) {
            if (asset.verified()) {
                addresses.add(asset.receiver());
                addresses.addAll(own(asset));
            }
        }
        return addresses;
    }

    private Collection<Address> own(AcceptedAsset accepted) {
        return switch (modes.of(accepted.asset())) {
            case ReceivingMode.Shared shared -> List.of();
            case ReceivingMode.Pool pool -> pool.addresses();
            case ReceivingMode.Fresh mode ->
                fresh.newest(new Series(accepted.asset(), mode.account().fingerprint())).stream()
                        .map(Taken::address)
                        .toList();
        };
    }
}
