package imtokenpay.adapter.evm.watch;

import java.util.Locale;

/// Numbers and addresses as Ethereum nodes want to be asked (Ethereum JSON-RPC, "Hex value encoding").
public final class Quantity {
    private static final String ADDRESS_PADDING = "0x000000000000000000000000";

    private Quantity() {}

    /// A whole number.
    public static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /// The 32-byte word that holds an address.
    public static String wordOf(String address) {
        return ADDRESS_PADDING + address.substring(2).toLowerCase(Locale.ROOT);
    }
}
