package imtokenpay.flow.setup;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.flow.Pass;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.money.ChainId;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Asks the nodes of a network before it is kept: each by itself, so that none hides behind another.
@Pass
public class LookAtNode {
    private static final String ADDRESSES = "rpc-url";
    private static final String KEYS = "api-key";

    private final ChangeSettings settings;
    private final Arrangement arrangement;

    @Inject
    public LookAtNode(ChangeSettings settings, Arrangement arrangement) {
        this.settings = settings;
        this.arrangement = arrangement;
    }

    /// What a node said.
    ///
    /// @param host its address without what may be a key
    /// @param newest its newest block; empty if it did not answer, or not for this chain
    /// @param complaint why not, in words for the admin
    public record Sight(String host, Optional<BlockRef> newest, String complaint) {}

    /// Looks at each node of the network.
    ///
    /// @throws IllegalArgumentException in words for the admin if the network's settings are wrong
    public List<Sight> look(SettingChange network) {
        var addresses = parts(network, ADDRESSES);
        var keys = parts(network, KEYS);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("Which node shall be asked? Its address is missing.");
        }
        // As a whole first, so that a complaint is about what was typed, and not about a part of it.
        arrangement.draft(network.in(settings.kept())).close();
        var sights = new ArrayList<Sight>();
        for (var i = 0; i < addresses.size(); i++) {
            var texts = new HashMap<>(network.texts());
            texts.put(ADDRESSES, addresses.get(i));
            texts.remove("quorum");
            if (keys.size() == addresses.size()) {
                texts.put(KEYS, keys.get(i));
            }
            sights.add(look(SettingChange.set(network.kind(), network.name(), texts), addresses.get(i)));
        }
        return List.copyOf(sights);
    }

    private Sight look(SettingChange network, String address) {
        var chain = new ChainId(network.texts().getOrDefault("chain", ""));
        var host = Optional.ofNullable(URI.create(address).getHost()).orElse("");
        try (var draft = arrangement.draft(network.in(settings.kept()))) {
            var reader = draft.chains().stream()
                    .map(WatchedChain::reader)
                    .filter(one -> one.chain().equals(chain))
                    .findFirst()
                    .orElseThrow();
            return new Sight(host, Optional.of(reader.newest()), "");
        } catch (ChainUnavailable away) {
            return new Sight(host, Optional.empty(), String.valueOf(away.getMessage()));
        }
    }

    private static List<String> parts(SettingChange network, String key) {
        return Arrays.stream(network.texts().getOrDefault(key, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
