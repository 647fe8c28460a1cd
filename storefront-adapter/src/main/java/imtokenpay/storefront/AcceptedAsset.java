package imtokenpay.storefront;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One thing a shopper can pay with.
///
/// @param asset CAIP-19 id, to be handed to [ImtokenPay#start]
/// @param symbol short name, `USDT`
/// @param chain CAIP-2 id
/// @param network the chain's name for people, `Ethereum`
/// @param test true where the money is worth nothing
public record AcceptedAsset(String asset, String symbol, String chain, String network, boolean test) {

    /// The part of a CAIP-19 id that names the kind: `/erc20:`.
    private static final Pattern TOKEN = Pattern.compile("/(?!slip)([a-z]+)(\\d+):");

    /// What a shopper chooses: `ETH - Ethereum`, `USDT - TRON (TRC-20)`. A token is named with its kind, since the
    /// wallet names it so.
    public String label() {
        return symbol + " - " + network + kind();
    }

    private String kind() {
        Matcher token = TOKEN.matcher(asset);
        return token.find() ? " (" + token.group(1).toUpperCase(Locale.ROOT) + "-" + token.group(2) + ")" : "";
    }
}
