package imtokenpay.merchant;

import java.net.URI;
import java.util.Set;

/// A storefront that asks for payments.
///
/// @param id its short name, part of every row that belongs to it
/// @param name what the shopper reads
/// @param returnOrigins where a shopper may be sent back to: scheme, host and port
public record Store(String id, String name, Set<URI> returnOrigins) {
    public Store {
        returnOrigins = Set.copyOf(returnOrigins);
    }

    /// Whether a shopper may be sent to that address: its origin must be one of ours, else anyone could use the
    /// checkout page to lead shoppers astray.
    public boolean mayReturnTo(URI address) {
        return address.isAbsolute()
                && address.getRawUserInfo() == null
                && address.getHost() != null
                && returnOrigins.stream().anyMatch(origin -> sameOrigin(origin, address));
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
