package imtokenpay.flow.setup;

import imtokenpay.flow.Pass;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.Asset;
import jakarta.inject.Inject;

/// Asks the chain itself what a token is.
@Pass
public class LookAtToken {
    private final WatchedChains chains;

    @Inject
    public LookAtToken(WatchedChains chains) {
        this.chains = chains;
    }

    /// How many decimals its chain says that it has.
    ///
    /// @throws imtokenpay.chain.watch.ChainUnavailable if it cannot be read, also when there is no
    /// such token
    public int decimals(Asset asset) {
        return chains.of(asset.chain()).reader().apart().decimals(asset);
    }
}
