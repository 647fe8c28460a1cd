package imtokenpay.chain;

import imtokenpay.money.ChainId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hash of a transaction in what a person typed.
public final class TypedHash {
    // 32 bytes, wherever they stand: people paste an explorer's whole address, too.
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-fA-F])(0x)?([0-9a-fA-F]{64})(?![0-9a-fA-F])");
    private static final String ETHEREUM = "eip155";
    private static final String BITCOIN = "bip122";

    private TypedHash() {}

    /// The first hash in it, as that chain writes hashes; empty if there is none.
    public static Optional<String> in(String typed, ChainId chain) {
        var found = HASH.matcher(typed);
        if (!found.find()) {
            return Optional.empty();
        }
        var digits = found.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(chain.family().equals(ETHEREUM) ? "0x" + digits : digits);
    }

    /// Whether the hash in it can be one of that chain, by how it is written: nobody writes those of
    /// Bitcoin with 0x. One without may be any chain's, since people leave the 0x out.
    public static boolean mayBeOf(String typed, ChainId chain) {
        var found = HASH.matcher(typed);
        return found.find() && (found.group(1) == null || !chain.family().equals(BITCOIN));
    }
}
