package imtokenpay.adapter.metrics.figure;

import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.util.List;

/// A label and its value, which is one of a few: never a name, an address or a text from outside.
public record Label(String name, String value) {
    /// The chain, by its CAIP-2 id.
    public static Label chain(ChainId chain) {
        return new Label("chain", chain.text());
    }

    /// The asset, by its symbol and its chain: its id may hold an address.
    public static List<Label> asset(Asset asset) {
        return List.of(new Label("asset", asset.symbol()), chain(asset.chain()));
    }
}
