package imtokenpay.adapter.wiring;

import imtokenpay.adapter.evm.EvmChainReader;
import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.flow.watch.LearntPace;
import imtokenpay.flow.watch.Pace;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// The networks as configured: `imtoken.networks` lists their names, `imtoken.network.NAME.*` says the rest.
public final class ConfiguredNetworks implements WatchedChains, AutoCloseable {
    private static final int POLL_MS_MIN = 50;

    /// A network's name for people, and whether its money is play money.
    record Named(String name, boolean test) {}

    private record Entry(Named named, EvmChainReader reader, Pace pace) {}

    private final List<Entry> entries = new ArrayList<>();
    private final String node =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    ConfiguredNetworks(Settings settings, InstantSource clock) {
        for (var name : settings.list("imtoken.networks")) {
            entries.add(entry(settings, clock, "imtoken.network." + name + "."));
        }
    }

    @Override
    public List<WatchedChain> all() {
        return entries.stream()
                .map(entry -> new WatchedChain(entry.reader(), entry.pace()))
                .toList();
    }

    @Override
    public String node() {
        return node;
    }

    Optional<Named> named(ChainId chain) {
        return entries.stream()
                .filter(entry -> entry.reader().chain().equals(chain))
                .map(Entry::named)
                .findFirst();
    }

    @Override
    public void close() {
        entries.forEach(entry -> entry.reader().close());
    }

    private static Entry entry(Settings settings, InstantSource clock, String prefix) {
        var chain = settings.parsed(
                prefix + "chain",
                settings.text(prefix + "chain"),
                ChainId::new,
                "must be a CAIP-2 id such as eip155:1");
        if (!chain.family().equals("eip155")) {
            throw Settings.wrong(prefix + "chain", "must be of the family eip155; no other can be read yet");
        }
        var network = new EvmNetwork(chain, settings.address(prefix + "rpc-url"));
        var named = new Named(settings.text(prefix + "name"), settings.flag(prefix + "test"));
        return new Entry(named, new EvmChainReader(network, clock), pace(settings, prefix + "poll-ms"));
    }

    // Without a word of the integrator, the chain itself tells when to look.
    private static Pace pace(Settings settings, String key) {
        if (settings.optional(key).isEmpty()) {
            return new LearntPace();
        }
        var poll = settings.number(key, POLL_MS_MIN);
        if (poll < POLL_MS_MIN) {
            throw Settings.wrong(key, "must be at least " + POLL_MS_MIN);
        }
        return new Pace.Fixed(Duration.ofMillis(poll));
    }
}
