package imtokenpay.money;

import java.util.Optional;
import java.util.regex.Pattern;

/// Something one can pay with on one chain: a native coin or a token.
///
/// @param id its CAIP-19 name, such as `eip155:1/slip44:60` or `eip155:1/erc20:0xdAC1...`
/// @param symbol what people call it; never used to recognise it, since anyone can copy a symbol
/// @param decimals how many digits of an amount stand behind the point, 0 to 36
public record Asset(String id, String symbol, int decimals) {
    private static final int DECIMALS_MAX = 36;
    private static final Pattern CAIP_19 =
            Pattern.compile("[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}/[-a-z0-9]{3,8}:[-.%a-zA-Z0-9]{1,128}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.$-]{1,12}");

    public Asset {
        if (!CAIP_19.matcher(id).matches()) {
            throw new IllegalArgumentException("not a CAIP-19 asset id: " + id);
        }
        if (!SYMBOL.matcher(symbol).matches()) {
            throw new IllegalArgumentException("not an asset symbol: " + symbol);
        }
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("decimals must be 0 to " + DECIMALS_MAX + ", not " + decimals);
        }
    }

    /// The chain that this asset lives on.
    public ChainId chain() {
        return new ChainId(id.substring(0, id.indexOf('/')));
    }

    /// The token's contract as written in the id; empty for the chain's native coin.
    public Optional<String> contract() {
        var name = id.substring(id.indexOf('/') + 1);
        return name.startsWith("slip44:") ? Optional.empty() : Optional.of(name.substring(name.indexOf(':') + 1));
    }

    /// Whether this is the coin that the chain itself pays its fees in.
    public boolean isNative() {
        return contract().isEmpty();
    }

    /// An asset is its id: a symbol or a decimal that is corrected in the configuration does not make it another.
    @Override
    public boolean equals(Object other) {
        return other instanceof Asset asset && asset.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return symbol + " (" + id + ")";
    }
}
