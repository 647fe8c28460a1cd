package imtokenpay.flow.pending;

import imtokenpay.flow.people.PersonChange;
import imtokenpay.flow.setup.SettingChange;
import imtokenpay.flow.setup.SettingChange.Kind;
import imtokenpay.merchant.setting.PendingChanges.Pending;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says what a change comes to, as people call things. Secrets are named and never said; of a node, only
/// its host is.
///
/// @param kept the settings that are kept now
record ChangeWords(Map<String, String> kept) {
    private static final Set<String> SECRET = Set.of("api-key", "webhook-secret");
    private static final Set<String> NODES = Set.of("rpc-url", "heads-url");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("id", "coin or token"),
            Map.entry("address", "receiving address"),
            Map.entry("pool", "address pool"),
            Map.entry("xpub", "extended public key"),
            Map.entry("rpc-url", "nodes"),
            Map.entry("heads-url", "node that tells of new blocks"),
            Map.entry("api-key", "keys for the nodes"),
            Map.entry("webhook-url", "address that webhooks go to"),
            Map.entry("webhook-secret", "secret that webhooks are signed with"),
            Map.entry("return-origins", "addresses that shoppers go back to"),
            Map.entry("test", "play money"),
            Map.entry("time-zone", "time zone"),
            Map.entry("imtoken.public-url", "address that shoppers find the checkout at"));

    /// Such as `change ETH on Ethereum: receiving address from 0x... to 0x...`.
    String of(Pending change) {
        if (change.key().person().isPresent()) {
            return PersonChange.of(change)
                    .map(PersonChange::words)
                    .orElse("change " + change.key().person().get() + " in a way that this version does not know");
        }
        var subject = change.key().subject();
        var texts = change.texts();
        if (texts.isEmpty()) {
            return "change " + subject + "*, but somebody has changed that in the database, or it was sealed with"
                    + " another key: it never takes effect";
        }
        var isNew = kept.keySet().stream().noneMatch(key -> key.startsWith(subject));
        var parts = texts.get().entrySet().stream()
                .filter(entry -> !isNew || NAMES.containsKey(end(subject, entry.getKey())))
                .filter(entry -> !entry.getValue().isEmpty() || kept.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> part(end(subject, entry.getKey()), kept.get(entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(", "));
        return (isNew ? "set up " : "change ") + thing(SettingChange.of(subject, texts.get())) + ": " + parts;
    }

    private static String end(String subject, String key) {
        return key.startsWith(subject) ? key.substring(subject.length()) : key;
    }

    private static String part(String key, @Nullable String before, String after) {
        var name = NAMES.getOrDefault(key, key);
        if (SECRET.contains(key)) {
            return name;
        }
        return name
                + (before == null ? " " : " from " + said(key, before) + " to ")
                + (after.isEmpty() ? "none" : said(key, after));
    }

    private static String said(String key, String text) {
        return NODES.contains(key)
                ? Arrays.stream(text.split(",")).map(ChangeWords::host).collect(Collectors.joining(" and "))
                : text;
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address.strip()).getHost()).orElse("?");
        } catch (IllegalArgumentException none) {
            return "?";
        }
    }

    private String thing(SettingChange change) {
        var all = new HashMap<>(kept);
        change.texts().forEach((key, text) -> all.put(change.subject() + key, text));
        var called = change.kind() == Kind.ASSET ? "symbol" : "name";
        var name = all.getOrDefault(change.subject() + called, change.name());
        if (change.kind() != Kind.ASSET) {
            return (change.kind() == Kind.STORE ? "the store " : "the network ") + name;
        }
        var chain = all.getOrDefault(change.subject() + "id", "").split("/")[0];
        return name + " on " + network(chain).orElse(chain);
    }

    private Optional<String> network(String chain) {
        return networks()
                .filter(name -> chain.equals(kept.get(Kind.NETWORK.prefix(name) + "chain")))
                .map(name -> kept.getOrDefault(Kind.NETWORK.prefix(name) + "name", name))
                .findFirst();
    }

    private Stream<String> networks() {
        return SettingChange.names(kept, Kind.NETWORK).stream();
    }
}
