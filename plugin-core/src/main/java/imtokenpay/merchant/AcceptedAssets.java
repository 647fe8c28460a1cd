package imtokenpay.merchant;

import imtokenpay.chain.Finality;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;

/// What the merchant takes.
public interface AcceptedAssets {
    /// All of them, in the merchant's order.
    List<AcceptedAsset> all();

    /// Those of one chain.
    List<AcceptedAsset> on(ChainId chain);

    /// The one with that CAIP-19 id.
    Optional<AcceptedAsset> byId(String assetId);

    /// Adds an asset, or brings its receiver and names up to date; its finality rule stays as the admin left it.
    void provide(AcceptedAsset asset);

    /// Notes that the chain has confirmed the asset's decimals.
    void verified(String assetId);

    /// Sets when transfers of this asset count as final, from the next payment request on.
    void finality(String assetId, Finality finality);
}
