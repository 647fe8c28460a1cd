package imtokenpay.flow.setup;

import imtokenpay.chain.Spelling;
import imtokenpay.flow.Pass;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;

/// Asks the chain itself what a token is.
@Pass
public class LookAtToken {
    private final WatchedChains chains;
    private final Spelling spelling;

    @Inject
    public LookAtToken(WatchedChains chains, Spelling spelling) {
        this.chains = chains;
        this.spelling = spelling;
    }

    /// The token as its chain has it. What is no address of that chain is told to no node.
    ///
    /// @param standard what CAIP-19 calls its tokens, such as `erc20`
    /// @throws IllegalArgumentException in words for the admin if the contract is no address, or is a
    /// secret
    /// @throws imtokenpay.chain.watch.ChainUnavailable if it cannot be read, also when there is no
    /// such token
    public Asset token(ChainId chain, String standard, String contract, String symbol) {
        var address = spelling.read(chain, contract);
        var id = chain.text() + "/" + standard + ":" + address.text();
        var asked = new Asset(id, symbol, 0);
        return new Asset(id, symbol, chains.of(chain).reader().apart().decimals(asked));
    }
}
