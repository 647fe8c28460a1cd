package imtokenpay.flow.setup;

import imtokenpay.chain.Address;
import imtokenpay.flow.UseCase;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.merchant.AcceptedAssets;
import imtokenpay.merchant.ReceivingMode;
import imtokenpay.merchant.ReceivingModes;
import imtokenpay.merchant.setting.KeptSettings;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What is set, wherever it was set.
@UseCase
public class ShowSettings {
    private static final int COMPARED = 3;

    private final KeptSettings settings;
    private final Arrangement arrangement;
    private final AcceptedAssets assets;
    private final ReceivingModes modes;

    @Inject
    public ShowSettings(KeptSettings settings, Arrangement arrangement, AcceptedAssets assets, ReceivingModes modes) {
        this.settings = settings;
        this.arrangement = arrangement;
        this.assets = assets;
        this.modes = modes;
    }

    /// The first addresses of the account that an asset's payments have fresh ones of, to be compared
    /// with the wallet's;
    /// none where there is no such account.
    public List<Address> first(String assetId) {
        var mode = assets.byId(assetId).map(accepted -> modes.of(accepted.asset()));
        return mode.orElse(new ReceivingMode.Shared()) instanceof ReceivingMode.Fresh(var account)
                ? IntStream.range(0, COMPARED).mapToObj(account::address).toList()
                : List.of();
    }

    /// A network, an asset or a store.
    ///
    /// @param name its name in its list
    /// @param isKept whether it was set up on the admin screens; else in the server's configuration
    public record Thing(Kind kind, String name, boolean isKept, Map<String, String> kept, Arrangement arrangement) {
        /// One of its settings, such as `rpc-url`; empty where it is not set.
        public String text(String key) {
            var whole = kind.prefix(name) + key;
            return arrangement.text(whole).orElse(kept.getOrDefault(whole, ""));
        }

        /// The ends of the kept settings that begin so, such as the currencies behind `rate.`.
        public List<String> ends(String start) {
            var whole = kind.prefix(name) + start;
            return kept.keySet().stream()
                    .filter(key -> key.startsWith(whole))
                    .map(key -> key.substring(whole.length()))
                    .sorted()
                    .toList();
        }
    }

    /// All of a kind: those of the server's configuration first.
    public List<Thing> all(Kind kind) {
        var kept = settings.all().texts();
        var configured = arrangement.text(kind.list()).stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return Stream.concat(
                        configured.stream().map(name -> new Thing(kind, name, false, kept, arrangement)),
                        SettingChange.names(kept, kind).stream()
                                .filter(name -> !configured.contains(name))
                                .map(name -> new Thing(kind, name, true, kept, arrangement)))
                .toList();
    }

    /// One of them.
    public Optional<Thing> one(Kind kind, String name) {
        return all(kind).stream().filter(thing -> thing.name().equals(name)).findFirst();
    }

    /// A setting by its whole name; empty where it is not set.
    public String text(String key) {
        return arrangement.text(key).orElseGet(() -> settings.all().texts().getOrDefault(key, ""));
    }
}
