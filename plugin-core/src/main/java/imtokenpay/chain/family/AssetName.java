package imtokenpay.chain.family;

import imtokenpay.money.Asset;

/// The two halves of what a CAIP-19 id says behind its chain, such as `erc20` and `0xdAC1...`.
public record AssetName(String namespace, String reference) {
    /// The name that an asset's id holds.
    public static AssetName of(Asset asset) {
        var name = asset.id().substring(asset.id().indexOf('/') + 1);
        var colon = name.indexOf(':');
        return new AssetName(name.substring(0, colon), name.substring(colon + 1));
    }

    /// The same asset under a name that is spelled otherwise.
    public Asset in(Asset asset) {
        return new Asset(asset.chain() + "/" + namespace + ":" + reference, asset.symbol(), asset.decimals());
    }
}
