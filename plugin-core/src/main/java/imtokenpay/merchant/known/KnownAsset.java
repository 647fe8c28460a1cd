package imtokenpay.merchant.known;

import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A coin or token that everybody knows.
///
/// @param sources who can be asked what it is worth in US dollars, as `rate-sources` names them; may
/// be empty
/// @param peg the currency that one of it is meant to be worth one of; empty for most
public record KnownAsset(Asset asset, List<String> sources, Optional<String> peg) {
    // API IDs of coins at CoinGecko and names of markets at Kraken, read 2026-11.
    private static final Map<String, List<String>> SOURCES = Map.of(
            "ETH", List.of("coingecko:ethereum", "kraken:XETHZUSD"),
            "BTC", List.of("coingecko:bitcoin", "kraken:XXBTZUSD"),
            "TRX", List.of("coingecko:tron", "kraken:TRXUSD"),
            "BNB", List.of("coingecko:binancecoin", "kraken:BNBUSD"),
            "POL", List.of("coingecko:polygon-ecosystem-token", "kraken:POLUSD"),
            "USDT", List.of("coingecko:tether", "kraken:USDTZUSD"),
            "USDC", List.of("coingecko:usd-coin", "kraken:USDCUSD"),
            "DAI", List.of("coingecko:dai", "kraken:DAIUSD"));

    // Contracts as Tether, Circle and Sky publish them, on BNB Chain and zkSync Era as their bridges do (2026-11).
    private static final List<KnownAsset> TOKENS = Stream.of(
                    "eip155:1 USDT 6 0xdAC17F958D2ee523a2206206994597C13D831ec7",
                    "eip155:1 USDC 6 0xA0b86991c6218b36c1d19D4a2e9Eb0cE3606eB48",
                    "eip155:1 DAI 18 0x6B175474E89094C44Da98b954EedeAC495271d0F",
                    "eip155:56 USDT 18 0x55d398326f99059fF775485246999027B3197955",
                    "eip155:56 USDC 18 0x8AC76a51cc950d9822D68b83fE1Ad97B32Cd580d",
                    "eip155:56 DAI 18 0x1AF3F329e8BE154074D8769D1FFa4eE058B1DBc3",
                    "eip155:137 USDT 6 0xc2132D05D31c914a87C6611C10748AEb04B58e8F",
                    "eip155:137 USDC 6 0x3c499c542cEF5E3811e1192ce70d8cC03d5c3359",
                    "eip155:137 DAI 18 0x8f3Cf7ad23Cd3CaDbD9735AFf958023239c6A063",
                    "eip155:42161 USDT 6 0xFd086bC7CD5C481DCC9C85ebE478A1C0b69FCbb9",
                    "eip155:42161 USDC 6 0xaf88d065e77c8cC2239327C5EDb3A432268e5831",
                    "eip155:42161 DAI 18 0xDA10009cBd5D07dd0CeCc66161FC93D7c9000da1",
                    "eip155:8453 USDC 6 0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913",
                    "eip155:8453 DAI 18 0x50c5725949A6F0c72E6C4a641F24049A917DB0Cb",
                    "eip155:10 USDT 6 0x94b008aA00579c1307B0EF2c499aD98a8ce58e58",
                    "eip155:10 USDC 6 0x0b2C639c533813f4Aa9D7837CAf62653d097Ff85",
                    "eip155:10 DAI 18 0xDA10009cBd5D07dd0CeCc66161FC93D7c9000da1",
                    "eip155:324 USDT 6 0x493257fD37EDB34451f62EDf8D2a0C418852bA4C",
                    "eip155:324 USDC 6 0x1d17CBcF0D6D143135aE902365D2E5e2A16538D4",
                    "tron:0x2b6653dc USDT 6 TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t")
            .map(KnownAsset::token)
            .toList();

    /// Those of a chain: its coin, then its tokens.
    public static List<KnownAsset> on(ChainId chain) {
        return Stream.concat(
                        KnownNetwork.of(chain).map(KnownNetwork::coin).stream(),
                        TOKENS.stream().filter(token -> token.asset().chain().equals(chain)))
                .toList();
    }

    /// The one of that CAIP-19 id.
    public static Optional<KnownAsset> of(String id) {
        return Stream.concat(KnownNetwork.ALL.stream().map(KnownNetwork::coin), TOKENS.stream())
                .filter(known -> known.asset().id().equals(id))
                .findFirst();
    }

    /// One whose price can be asked for.
    static KnownAsset priced(Asset asset) {
        var isStable = asset.contract().isPresent();
        return new KnownAsset(
                asset,
                SOURCES.getOrDefault(asset.symbol(), List.of()),
                isStable ? Optional.of("USD") : Optional.empty());
    }

    /// One that has no price.
    static KnownAsset unpriced(Asset asset) {
        return new KnownAsset(asset, List.of(), Optional.empty());
    }

    private static KnownAsset token(String line) {
        var parts = line.split(" ");
        var kind = parts[0].startsWith("tron") ? "/trc20:" : "/erc20:";
        return priced(new Asset(parts[0] + kind + parts[3], parts[1], Integer.parseInt(parts[2])));
    }
}
