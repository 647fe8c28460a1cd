package imtokenpay.money;

import java.util.regex.Pattern;

/// A chain by its CAIP-2 name, such as `eip155:1` (Ethereum) or `eip155:31337` (a development net).
public record ChainId(String text) {
    private static final Pattern CAIP_2 = Pattern.compile("[-a-z0-9]{3,8}:[-_a-zA-Z0-9]{1,32}");

    public ChainId {
        if (!CAIP_2.matcher(text).matches()) {
            throw new IllegalArgumentException("not a CAIP-2 chain id: " + text);
        }
    }

    /// The family before the colon, such as `eip155` for Ethereum and its kin.
    public String family() {
        return text.substring(0, text.indexOf(':'));
    }

    /// The chain's own name within its family, such as `1`.
    public String reference() {
        return text.substring(text.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
