package imtokenpay.merchant.key;

import java.net.InetAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a key may do.
///
/// @param addresses where it may be used; empty for everywhere
/// @param test whether it may ask for play money only
public record Rights(Set<Scope> scopes, List<AddressRange> addresses, boolean test) {
    /// Those of a configured key: everything, from everywhere.
    public static final Rights ALL = new Rights(EnumSet.allOf(Scope.class), List.of(), false);

    /// The most ranges that a key can have.
    public static final int ADDRESSES_MAX = 20;

    /// @throws IllegalArgumentException in words if there are too many ranges
    public Rights {
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
        if (addresses.size() > ADDRESSES_MAX) {
            throw new IllegalArgumentException("A key can have " + ADDRESSES_MAX + " address ranges at most.");
        }
    }

    /// Whether it may be used from there.
    public boolean allow(InetAddress from) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(from));
    }
}
