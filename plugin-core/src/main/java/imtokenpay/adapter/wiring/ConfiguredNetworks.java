package imtokenpay.adapter.wiring;

import imtokenpay.adapter.quorum.Provider;
import imtokenpay.adapter.quorum.ProviderHealth;
import imtokenpay.adapter.quorum.Quorum;
import imtokenpay.adapter.timer.LearntPace;
import imtokenpay.adapter.timer.ToldPace;
import imtokenpay.chain.Explorers;
import imtokenpay.chain.family.ChainFamily;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.chain.watch.Heads;
import imtokenpay.chain.watch.Pace;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// The networks as configured: `imtoken.networks` lists their names, `imtoken.network.NAME.*` says
/// the rest.
public final class ConfiguredNetworks implements WatchedChains, Explorers, AutoCloseable {
    private static final int POLL_MS_MIN = 50;
    private static final String TRANSACTION = "{tx}";
    private static final String NO_EXPLORER = "none";

    /// A network as people know it.
    ///
    /// @param test whether its money is play money
    /// @param explorer where a transaction can be looked up, with `{tx}` in the hash's place; may be
    /// empty
    public record Named(String name, boolean test, String explorer) {}

    // With what it was made of, so that one that stays the same is kept, with all that it has learnt.
    private record Entry(Map<String, String> settings, Named named, Quorum reader, List<NodeReader> nodes, Told told) {
        void close() {
            told.heads().close();
            reader.close();
            nodes.forEach(NodeReader::close);
        }
    }

    private record Told(Pace pace, Heads heads) {}

    // With the process, so that a person finds it; in containers many have the same.
    private static final String NODE = ProcessHandle.current().pid() + "-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    private final List<Entry> entries = new ArrayList<>();

    public ConfiguredNetworks(Settings settings, InstantSource clock) {
        this(settings, clock, List.of());
    }

    private ConfiguredNetworks(Settings settings, InstantSource clock, List<Entry> before) {
        try {
            for (var name : settings.names("imtoken.networks")) {
                add(settings, clock, "imtoken.network." + name + ".", before);
            }
        } catch (RuntimeException wrong) {
            closeAllBut(before);
            throw wrong;
        }
    }

    private void add(Settings settings, InstantSource clock, String prefix, List<Entry> before) {
        var texts = settings.below(prefix);
        var entry = before.stream()
                .filter(known -> known.settings().equals(texts))
                .findFirst()
                .orElseGet(() -> entry(settings, clock, prefix));
        var chain = entry.reader().chain();
        if (named(chain).isPresent()) {
            throw Settings.wrong(prefix + "chain", "names " + chain + ", which another network names already");
        }
        entries.add(entry);
    }

    /// The networks of other settings. Those that stay as they are are the same ones, and go on as
    /// they were.
    public ConfiguredNetworks with(Settings settings, InstantSource clock) {
        return new ConfiguredNetworks(settings, clock, entries);
    }

    /// Lets go of all networks that the others do not have.
    public void closeAllBut(ConfiguredNetworks others) {
        closeAllBut(others.entries);
    }

    private void closeAllBut(List<Entry> others) {
        entries.stream().filter(entry -> !others.contains(entry)).forEach(Entry::close);
    }

    @Override
    public List<WatchedChain> all() {
        return entries.stream()
                .map(entry -> new WatchedChain(
                        entry.reader(), entry.told().pace(), entry.told().heads()))
                .toList();
    }

    @Override
    public String node() {
        return NODE;
    }

    /// How each provider of a chain did so far.
    public List<ProviderHealth> health(ChainId chain) {
        return entries.stream()
                .filter(entry -> entry.reader().chain().equals(chain))
                .flatMap(entry -> entry.reader().health().stream())
                .toList();
    }

    /// The network of that chain.
    public Optional<Named> named(ChainId chain) {
        return entries.stream()
                .filter(entry -> entry.reader().chain().equals(chain))
                .map(Entry::named)
                .findFirst();
    }

    @Override
    public Optional<String> transaction(ChainId chain, String txHash) {
        return named(chain)
                .map(Named::explorer)
                .filter(page -> !page.isEmpty())
                .map(page -> page.replace(TRANSACTION, txHash));
    }

    @Override
    public void close() {
        entries.forEach(Entry::close);
    }

    private static Entry entry(Settings settings, InstantSource clock, String prefix) {
        var chain = settings.parsed(
                prefix + "chain",
                settings.text(prefix + "chain"),
                ChainId::new,
                "must be a CAIP-2 id such as eip155:1");
        var family = family(prefix + "chain", chain);
        var named = new Named(
                settings.text(prefix + "name"),
                settings.flag(prefix + "test"),
                explorer(settings, prefix + "explorer", family.explorer(chain)));
        var addresses = settings.addresses(prefix + "rpc-url", family.dialects());
        var nodes = new ConfiguredNodes(settings, prefix, family, chain).at(addresses, clock);
        var names = names(addresses);
        var providers = IntStream.range(0, nodes.size())
                .mapToObj(i -> new Provider(names.get(i), nodes.get(i)))
                .toList();
        var quorum =
                new Quorum(providers, needed(settings, prefix, addresses.size()), clock, Thread::startVirtualThread);
        var heads = heads(settings, prefix + "heads-url", family, chain);
        var pace = pace(settings, prefix + "poll-ms", family);
        var told = new Told(heads instanceof Heads.None ? pace : new ToldPace(pace, heads), heads);
        return new Entry(settings.below(prefix), named, quorum, nodes, told);
    }

    private static ChainFamily family(String key, ChainId chain) {
        try {
            return Families.of(chain);
        } catch (IllegalArgumentException wrong) {
            throw Settings.wrong(key, wrong.getMessage());
        }
    }

    private static Heads heads(Settings settings, String key, ChainFamily family, ChainId chain) {
        try {
            return settings.socketAddress(key)
                    .map(address -> family.heads(chain, address))
                    .orElseGet(Heads.None::new);
        } catch (IllegalArgumentException wrong) {
            throw wrong.getMessage().startsWith("Configuration") ? wrong : Settings.wrong(key, wrong.getMessage());
        }
    }

    // A link that shoppers follow: nothing but a page on the web.
    private static String explorer(Settings settings, String key, Optional<String> known) {
        var page = settings.optional(key).or(() -> known).orElse(NO_EXPLORER);
        if (page.equals(NO_EXPLORER)) {
            return "";
        }
        try {
            var address = URI.create(page.replace(TRANSACTION, "0"));
            if (page.contains(TRANSACTION) && "https".equals(address.getScheme()) && address.getHost() != null) {
                return page;
            }
        } catch (IllegalArgumentException noAddress) {
            // Told below.
        }
        throw Settings.wrong(key, "must be an https address with {tx} in the hash's place, or none");
    }

    // Without a word of the integrator, the chain itself tells when to look, if it can.
    private static Pace pace(Settings settings, String key, ChainFamily family) {
        if (settings.optional(key).isEmpty()) {
            return family.rest().<Pace>map(Pace.Fixed::new).orElseGet(LearntPace::new);
        }
        var poll = settings.number(key, POLL_MS_MIN);
        if (poll < POLL_MS_MIN) {
            throw Settings.wrong(key, "must be at least " + POLL_MS_MIN);
        }
        return new Pace.Fixed(Duration.ofMillis(poll));
    }

    private static int needed(Settings settings, String prefix, int providers) {
        var needed = settings.number(prefix + "quorum", Math.min(2, providers));
        if (needed < 1 || needed > providers) {
            throw Settings.wrong(
                    prefix + "quorum",
                    "must be 1 to " + providers + ", since rpc-url lists " + providers
                            + (providers == 1 ? " address" : " addresses"));
        }
        return needed;
    }

    // The host alone: the rest of an address may be a key.
    private static List<String> names(List<URI> addresses) {
        var names = new ArrayList<String>();
        for (var address : addresses) {
            var name = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
            var before = names.stream()
                    .filter(other -> other.equals(name) || other.startsWith(name + "#"))
                    .count();
            names.add(before == 0 ? name : name + "#" + (before + 1));
        }
        return names;
    }
}
