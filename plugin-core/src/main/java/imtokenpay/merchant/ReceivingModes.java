package imtokenpay.merchant;

import imtokenpay.money.Asset;

/// The receiving mode of every accepted asset.
public interface ReceivingModes {
    /// That asset's; shared where nothing else is set.
    ReceivingMode of(Asset asset);
}
