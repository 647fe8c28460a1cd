package imtokenpay.merchant;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;

/// A storefront that asks for payments.
///
/// @param id its short name, part of every row that belongs to it
/// @param name what the shopper reads
/// @param returnOrigins where a shopper may be sent back to: scheme, host and port
/// @param zone where its days begin and end
public record Store(String id, String name, Set<URI> returnOrigins, ZoneId zone) {
    /// One whose days are those of UTC.
    public Store(String id, String name, Set<URI> returnOrigins) {
        this(id, name, returnOrigins, ZoneOffset.UTC);
    }

    public Store {
        returnOrigins = Set.copyOf(returnOrigins);
    }

    /// Where the days of several stores begin and end: where those of each do, or else in UTC.
    public static ZoneId zone(Collection<Store> stores) {
        var zones = stores.stream().map(Store::zone).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : ZoneOffset.UTC;
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
