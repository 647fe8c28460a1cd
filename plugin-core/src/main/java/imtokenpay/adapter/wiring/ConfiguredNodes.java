package imtokenpay.adapter.wiring;

import imtokenpay.chain.family.ChainFamily;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The nodes of one network. Each has its own key or none: a key that went to another provider would be given away.
record ConfiguredNodes(Settings settings, String prefix, ChainFamily family, ChainId chain) {
    private static final String NO_KEY = "-";

    List<NodeReader> at(List<URI> addresses, InstantSource clock) {
        var keys = keys(addresses.size());
        try {
            return IntStream.range(0, addresses.size())
                    .mapToObj(i -> family.reader(new NodeAccess(chain, addresses.get(i), keys.get(i)), clock))
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(prefix + "api-key", wrong.getMessage());
        }
    }

    private List<Optional<String>> keys(int nodes) {
        var keys = settings.list(prefix + "api-key");
        if (keys.isEmpty()) {
            return IntStream.range(0, nodes)
                    .mapToObj(any -> Optional.<String>empty())
                    .toList();
        }
        if (keys.size() != nodes) {
            throw Settings.wrong(
                    prefix + "api-key",
                    "lists " + keys.size() + (keys.size() == 1 ? " key" : " keys") + ", but rpc-url " + nodes
                            + (nodes == 1 ? " address" : " addresses")
                            + ": write one key for each, in the same order, and - for an address that needs none");
        }
        return keys.stream()
                .map(key -> Optional.of(key).filter(some -> !some.equals(NO_KEY)))
                .toList();
    }
}
