package imtokenpay.chain.watch;

import imtokenpay.chain.Address;
import imtokenpay.money.Asset;
import java.util.Set;
import java.util.stream.Collectors;

/// What to look for on a chain: transfers of these assets to these receivers.
public record Watch(Set<Asset> assets, Set<Address> receivers) {
    public Watch {
        assets = Set.copyOf(assets);
        receivers = Set.copyOf(receivers);
    }

    /// The same without the native coin, which leaves no logs.
    public Watch withoutNative() {
        return new Watch(assets.stream().filter(asset -> !asset.isNative()).collect(Collectors.toSet()), receivers);
    }
}
