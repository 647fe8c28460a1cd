package imtokenpay.storefront;

/// One thing a shopper can pay with.
///
/// @param asset CAIP-19 id, to be handed to [ImtokenPay#start]
/// @param symbol short name, `USDT`
/// @param chain CAIP-2 id
/// @param network the chain's name for people, `Ethereum`
/// @param test true where the money is worth nothing
public record AcceptedAsset(String asset, String symbol, String chain, String network, boolean test) {

    /// What to write on a button: `ETH on Ethereum`.
    public String label() {
        return symbol + " on " + network;
    }
}
