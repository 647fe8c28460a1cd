package imtokenpay.flow.setup;

import imtokenpay.flow.UseCase;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.merchant.setting.KeptSettings;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is set, wherever it was set.
@UseCase
public class ShowSettings {
    private final KeptSettings settings;
    private final Arrangement arrangement;

    @Inject
    public ShowSettings(KeptSettings settings, Arrangement arrangement) {
        this.settings = settings;
        this.arrangement = arrangement;
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
