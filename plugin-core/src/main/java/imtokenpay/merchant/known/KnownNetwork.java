package imtokenpay.merchant.known;

import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;

/// A network that imToken's users pay on.
///
/// @param name what people call it
/// @param isTest whether its money is play money
/// @param confirmations after how many a transfer is final unless the admin says otherwise; the block
/// itself counts 1 (docs/configure.md, "Confirmations")
/// @param coin what its fees are paid in
public record KnownNetwork(ChainId chain, String name, boolean isTest, int confirmations, KnownAsset coin) {
    /// All of them, the most used first. Numbers of chains and coins: ethereum-lists/chains, SLIP-44
    /// (read 2026-11).
    public static final List<KnownNetwork> ALL = List.of(
            main("eip155:1", "Ethereum", 12, "ETH 60 18"),
            main("tron:0x2b6653dc", "TRON", 20, "TRX 195 6"),
            main("bip122:000000000019d6689c085ae165831e93", "Bitcoin", 3, "BTC 0 8"),
            main("eip155:56", "BNB Chain", 15, "BNB 714 18"),
            main("eip155:137", "Polygon", 128, "POL 966 18"),
            main("eip155:42161", "Arbitrum One", 40, "ETH 60 18"),
            main("eip155:8453", "Base", 30, "ETH 60 18"),
            main("eip155:10", "Optimism", 30, "ETH 60 18"),
            main("eip155:324", "zkSync Era", 30, "ETH 60 18"),
            test("eip155:11155111", "Sepolia", 12, "ETH 60 18"),
            test("tron:0xcd8690dc", "TRON Nile", 20, "TRX 195 6"),
            test("bip122:00000000da84f2bafbbc53dee25a72ae", "Bitcoin testnet4", 3, "BTC 0 8"));

    /// The one of that chain.
    public static Optional<KnownNetwork> of(ChainId chain) {
        return ALL.stream().filter(known -> known.chain().equals(chain)).findFirst();
    }

    // The coin as its symbol, its number in SLIP-44 and its decimals.
    private static KnownNetwork main(String chain, String name, int confirmations, String coin) {
        var asset = asset(chain, coin);
        return new KnownNetwork(new ChainId(chain), name, false, confirmations, KnownAsset.priced(asset));
    }

    // Play money has no price that anybody could ask for.
    private static KnownNetwork test(String chain, String name, int confirmations, String coin) {
        var asset = asset(chain, coin);
        return new KnownNetwork(new ChainId(chain), name, true, confirmations, KnownAsset.unpriced(asset));
    }

    private static Asset asset(String chain, String coin) {
        var parts = coin.split(" ");
        return new Asset(chain + "/slip44:" + parts[1], parts[0], Integer.parseInt(parts[2]));
    }
}
