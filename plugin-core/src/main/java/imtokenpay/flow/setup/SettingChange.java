package imtokenpay.flow.setup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A thing that is set, or taken away: a network, an asset, a store.
///
/// @param kind which list names it
/// @param name its name there, `a-z 0-9 -`, at most 40 characters
/// @param texts its settings by the last part of their names; none at all takes it away
/// @param more other settings by their whole names: `imtoken.public-url` alone, so that nothing that is sent
/// changes who is told by mail, how long changes wait, or what is locked
public record SettingChange(Kind kind, String name, Map<String, String> texts, Map<String, String> more) {
    private static final Set<String> MORE = Set.of("imtoken.public-url");

    /// What can be set, and where it stands.
    public enum Kind {
        NETWORK("imtoken.networks", "imtoken.network.", "name"),
        ASSET("imtoken.assets", "imtoken.asset.", "confirmations|rate[.-].*"),
        STORE("imtoken.stores", "imtoken.store.", "name|time-zone");

        private final String list;
        private final String prefix;
        private final String harmless;

        Kind(String list, String prefix, String harmless) {
            this.list = list;
            this.prefix = prefix;
            this.harmless = harmless;
        }

        /// The setting that lists the names.
        public String list() {
            return list;
        }

        /// What the settings of one of them begin with.
        public String prefix(String name) {
            return prefix + name + ".";
        }
    }

    public SettingChange {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("A name has 1 to 40 of the characters a-z, 0-9 and -.");
        }
        if (!MORE.containsAll(more.keySet())) {
            throw new IllegalArgumentException("Only the server's configuration sets " + more.keySet() + ".");
        }
        texts = Map.copyOf(texts);
        more = Map.copyOf(more);
    }

    /// Sets a thing.
    public static SettingChange set(Kind kind, String name, Map<String, String> texts) {
        return new SettingChange(kind, name, texts, Map.of());
    }

    /// Takes a thing away.
    public static SettingChange remove(Kind kind, String name) {
        return new SettingChange(kind, name, Map.of(), Map.of());
    }

    /// A change of one thing from settings by their whole names.
    ///
    /// @param subject what the settings of the thing begin with, such as `imtoken.asset.eth.`
    public static SettingChange of(String subject, Map<String, String> whole) {
        var kind = Arrays.stream(Kind.values())
                .filter(one -> subject.startsWith(one.prefix))
                .findFirst()
                .orElseThrow();
        var name = subject.substring(kind.prefix.length(), subject.length() - 1);
        return new SettingChange(
                kind,
                name,
                whole.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(subject))
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().substring(subject.length()), Map.Entry::getValue)),
                whole.entrySet().stream()
                        .filter(entry -> !entry.getKey().startsWith(subject))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The settings of the change by their whole names.
    Map<String, String> whole() {
        var whole = new HashMap<>(more);
        texts.forEach((key, text) -> whole.put(subject() + key, text));
        return whole;
    }

    /// Only what differs from what is kept: "" stands for what is taken away.
    SettingChange difference(Map<String, String> kept) {
        var after = in(kept);
        var differing = Stream.concat(keys(), kept.keySet().stream().filter(key -> key.startsWith(subject())))
                .distinct()
                .filter(key -> !Objects.equals(kept.get(key), after.get(key)))
                .collect(Collectors.toMap(key -> key, key -> after.getOrDefault(key, "")));
        return of(subject(), differing);
    }

    /// The whole change that a difference comes to.
    SettingChange over(Map<String, String> kept) {
        var all = new HashMap<>(kept);
        all.keySet().removeIf(key -> !key.startsWith(subject()));
        all.putAll(whole());
        all.values().removeIf(String::isEmpty);
        return of(subject(), all);
    }

    /// Whether nothing of that name is kept yet.
    boolean isOfNewThing(Map<String, String> kept) {
        return kept.keySet().stream().noneMatch(key -> key.startsWith(subject()));
    }

    /// Whether a difference sends no money elsewhere, lets nobody else say what was paid, and tells nobody
    /// else of it: what is not known to be harmless is not.
    boolean isHarmless() {
        return texts.keySet().stream().allMatch(key -> key.matches(kind.harmless));
    }

    /// Whether a difference is about prices alone.
    boolean isPriceOnly() {
        return kind == Kind.ASSET
                && more.isEmpty()
                && texts.keySet().stream().allMatch(key -> key.matches("rate[.-].*"));
    }

    /// Whether it changes what is set for other things, too.
    boolean isForOthers(Map<String, String> kept) {
        return more.keySet().stream().anyMatch(kept::containsKey);
    }

    /// What is kept afterwards.
    Map<String, String> in(Map<String, String> kept) {
        var prefix = kind.prefix(name);
        var next = new TreeMap<>(kept);
        next.keySet().removeIf(key -> key.startsWith(prefix));
        texts.forEach((key, text) -> next.put(prefix + key, text));
        next.putAll(more);
        var names = new ArrayList<>(names(kept, kind));
        if (texts.isEmpty()) {
            names.remove(name);
        } else if (!names.contains(name)) {
            names.add(name);
        }
        next.put(kind.list(), String.join(",", names));
        next.values().removeIf(String::isEmpty);
        return next;
    }

    /// The names of that kind in kept settings.
    public static List<String> names(Map<String, String> kept, Kind kind) {
        var list = kept.getOrDefault(kind.list(), "");
        return list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    /// The whole names of what is set.
    Stream<String> keys() {
        return Stream.concat(texts.keySet().stream().map(key -> kind.prefix(name) + key), more.keySet().stream());
    }

    /// What the settings of the thing begin with, such as `imtoken.asset.eth.`.
    public String subject() {
        return kind.prefix(name);
    }

    /// How it is now, for the audit log: without what may be secret.
    String words() {
        if (texts.isEmpty()) {
            return "taken away";
        }
        return Stream.concat(texts.entrySet().stream(), more.entrySet().stream())
                .filter(entry -> !isSecret(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    // The address of a node often holds the key that pays for it.
    private static boolean isSecret(String key) {
        return key.endsWith("secret") || key.endsWith("api-key") || key.equals("rpc-url") || key.equals("heads-url");
    }
}
