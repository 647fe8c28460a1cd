package imtokenpay.merchant.key;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// A range of internet addresses, such as `203.0.113.0/24` or `2001:db8::/32`. No name is ever looked up.
///
/// @param first an address of the range
/// @param bits how many bits from the left all of them share
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]{2,39}|[0-9A-Fa-f:]{2,30}:[0-9.]{7,15}");
    private static final Pattern BITS = Pattern.compile("0|[1-9][0-9]{0,2}");

    /// @throws IllegalArgumentException if an address has not so many bits
    public AddressRange {
        var bitsMax = first.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > bitsMax) {
            throw new IllegalArgumentException("'" + first.getHostAddress() + "/" + bits
                    + "' is no range of addresses: behind the slash stands a number up to " + bitsMax);
        }
    }

    /// Reads an address, or a range in CIDR notation.
    ///
    /// @throws IllegalArgumentException in words if it is neither
    public static AddressRange parse(String text) {
        var parts = text.split("/", -1);
        var address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' does not begin with an IP address"));
        if (parts.length == 1) {
            return new AddressRange(address, address.getAddress().length * Byte.SIZE);
        }
        if (parts.length > 2 || !BITS.matcher(parts[1]).matches()) {
            throw new IllegalArgumentException("'" + text + "' is no range such as 203.0.113.0/24");
        }
        return new AddressRange(address, Integer.parseInt(parts[1]));
    }

    /// Reads an address as it is written in digits; empty if it is anything else, a name for instance.
    public static Optional<InetAddress> address(String text) {
        if (!V4.matcher(text).matches()
                && !(text.contains(":") && V6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            // Of these shapes, it reads the digits and asks nobody.
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    /// Whether that address is one of them.
    public boolean contains(InetAddress address) {
        var ours = first.getAddress();
        var other = address.getAddress();
        if (ours.length != other.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % Byte.SIZE;
            if (((ours[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
