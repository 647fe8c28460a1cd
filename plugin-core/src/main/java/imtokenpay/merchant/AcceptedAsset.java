package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.chain.Finality;
import imtokenpay.money.Asset;

/// An asset that the merchant takes, where it goes, and when it counts as final.
///
/// @param network the chain's name for people, at most 64 characters
/// @param receiver the merchant's own address; its key never comes near this server
public record AcceptedAsset(Asset asset, String network, Address receiver, Finality finality, Standing standing) {
    private static final int NETWORK_MAX = 64;

    public AcceptedAsset {
        if (network.length() > NETWORK_MAX || network.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the name of the network of " + asset.symbol() + " must be at most "
                    + NETWORK_MAX + " characters in one line: give it a shorter one");
        }
    }

    /// What is known of the asset beside its rules.
    ///
    /// @param verified whether the chain itself has confirmed the asset's decimals; nothing is asked for before
    /// @param test whether this is play money
    public record Standing(boolean verified, boolean test) {}

    /// Whether the chain has confirmed the asset's decimals.
    public boolean verified() {
        return standing.verified();
    }

    /// Whether this is play money.
    public boolean test() {
        return standing.test();
    }
}
