package imtokenpay.adapter.http;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// The addresses that anybody on the internet may have: all but those that IANA's registers of special purpose
/// addresses (RFC 6890 and its successors) keep for something else, and those of clouds' metadata.
final class PublicAddresses {
    private static final List<Block> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carriers' own, and Alibaba's metadata
            "127.0.0.0/8", // this machine
            "168.63.129.16/32", // Azure's metadata
            "169.254.0.0/16", // link-local, and most clouds' metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocols, and Oracle's metadata
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    // Of the rest of IPv6, nothing is public: ::1, fc00::/7, fe80::/10, ff00::/8 and what nobody has yet.
    private static final Block GLOBAL_6 = Block.of("2000::/3");
    private static final List<Block> NOT_PUBLIC_6 = blocks(
            "2001::/23", // protocols, Teredo
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4: any IPv4 address in disguise
            "3fff::/20"); // documentation
    // IPv4 as seen from a network without it: what is meant stands in the last four bytes.
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final int BYTES_4 = 4;

    private record Block(BigInteger first, int bits, int length) {
        static Block of(String text) {
            var slash = text.indexOf('/');
            try {
                var bytes = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Block(
                        new BigInteger(1, bytes),
                        bytes.length * Byte.SIZE,
                        Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException mistyped) {
                throw new IllegalStateException(mistyped);
            }
        }

        boolean contains(byte[] address) {
            var rest = bits - length;
            return address.length * Byte.SIZE == bits
                    && new BigInteger(1, address).shiftRight(rest).equals(first.shiftRight(rest));
        }
    }

    private PublicAddresses() {}

    /// Whether it is one of them. Java itself turns `::ffff:a.b.c.d` into the IPv4 address that it means.
    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes);
        }
        if (NAT64.contains(bytes)) {
            return isPublic4(Arrays.copyOfRange(bytes, bytes.length - BYTES_4, bytes.length));
        }
        return GLOBAL_6.contains(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.contains(bytes));
    }

    private static boolean isPublic4(byte[] address) {
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.contains(address));
    }

    private static List<Block> blocks(String... texts) {
        return Arrays.stream(texts).map(Block::of).toList();
    }
}
