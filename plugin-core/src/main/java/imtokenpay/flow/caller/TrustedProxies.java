package imtokenpay.flow.caller;

import imtokenpay.merchant.key.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The proxies before this server whose word about who calls is believed. Anybody can write `X-Forwarded-For`; so it
/// is read from its end, and only as far as each word was added by one of these.
public record TrustedProxies(List<AddressRange> ranges) {
    public TrustedProxies {
        ranges = List.copyOf(ranges);
    }

    /// Who calls.
    ///
    /// @param remote who holds the connection
    /// @param forwarded what stands in `X-Forwarded-For`; may be empty, or anything at all
    public InetAddress client(InetAddress remote, String forwarded) {
        var client = remote;
        for (var word : Arrays.asList(forwarded.split(",")).reversed()) {
            Optional<InetAddress> next = isTrusted(client) ? AddressRange.address(word.strip()) : Optional.empty();
            if (next.isEmpty()) {
                return client;
            }
            client = next.get();
        }
        return client;
    }

    /// Who calls, as a server knows it.
    ///
    /// @param remote address of who holds the connection, in digits
    /// @param forwarded the `X-Forwarded-For` headers in their order: of several, the last one was added last
    public InetAddress client(String remote, List<String> forwarded) {
        var holder = AddressRange.address(remote.replaceAll("%.*", ""))
                .orElseThrow(() -> new IllegalStateException("the server does not know who calls"));
        return client(holder, String.join(",", forwarded));
    }

    private boolean isTrusted(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
