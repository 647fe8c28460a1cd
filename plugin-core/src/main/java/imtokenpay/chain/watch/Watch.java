package imtokenpay.chain.watch;

import imtokenpay.chain.Address;
import imtokenpay.money.Asset;
import java.util.Set;
import java.util.stream.Collectors;

/// What to look for on a chain: transfers of these assets to these receivers.
///
/// @param asksFinal whether somebody waits for the chain to call a block final
public record Watch(Set<Asset> assets, Set<Address> receivers, boolean asksFinal) {
    public Watch {
        assets = Set.copyOf(assets);
        receivers = Set.copyOf(receivers);
    }

    /// Nobody waits for the chain to call a block final.
    public Watch(Set<Asset> assets, Set<Address> receivers) {
        this(assets, receivers, false);
    }

    /// The same, and whether somebody waits for the chain to call a block final.
    public Watch asking(boolean whatIsFinal) {
        return new Watch(assets, receivers, whatIsFinal);
    }

    /// The same without the native coin, which leaves no logs.
    public Watch withoutNative() {
        return new Watch(
                assets.stream().filter(asset -> !asset.isNative()).collect(Collectors.toSet()), receivers, asksFinal);
    }
}
