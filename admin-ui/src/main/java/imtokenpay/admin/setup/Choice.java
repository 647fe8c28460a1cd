package imtokenpay.admin.setup;

import imtokenpay.flow.setup.ShowSettings.Thing;
import imtokenpay.merchant.known.KnownAsset;
import imtokenpay.merchant.known.KnownNetwork;
import imtokenpay.money.ChainId;
import java.util.List;

/// What a network offers to be paid with.
///
/// @param network its name for people
/// @param chain its CAIP-2 id
/// @param taken the assets that are set up already
public record Choice(String network, String chain, List<Thing> taken) {
    /// Those that everybody knows.
    public List<KnownAsset> known() {
        return KnownAsset.on(new ChainId(chain));
    }

    /// Whether that one is set up already.
    public boolean isTaken(String id) {
        return taken.stream().anyMatch(thing -> thing.text("id").equals(id));
    }

    /// Whether its coin is none that everybody knows.
    public boolean isUnknown() {
        return KnownNetwork.of(new ChainId(chain)).isEmpty();
    }

    /// Whether it has tokens.
    public boolean hasTokens() {
        return !chain.startsWith("bip122");
    }
}
