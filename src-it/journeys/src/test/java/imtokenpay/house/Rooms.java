package imtokenpay.house;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rooms of the house, and who may know whom.
final class Rooms {
    /// The rooms that rules about money stand in.
    static final List<String> DOMAIN = List.of("money", "chain", "merchant", "quote", "payment", "refund", "webhook");

    /// Each room, and the rooms that it may know. The order is the way of the data: one knows what comes before.
    static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("money", Set.of()),
            Map.entry("chain", Set.of("money")),
            Map.entry("merchant", Set.of("money", "chain")),
            Map.entry("quote", Set.of("money")),
            Map.entry("payment", Set.of("money", "chain", "merchant", "quote")),
            Map.entry("refund", Set.of("money", "chain", "payment")),
            Map.entry("webhook", Set.of("money", "chain", "quote", "payment", "refund")),
            Map.entry("flow", Set.copyOf(DOMAIN)),
            // What several families are written in.
            Map.entry("adapter.base58", inside()),
            // Asks and reads over the same wire as Ethereum's kin.
            Map.entry("adapter.bitcoin", inside("adapter.base58", "adapter.evm")),
            Map.entry("adapter.evm", inside()),
            Map.entry("adapter.hd", inside("adapter.base58")),
            Map.entry("adapter.http", inside()),
            Map.entry("adapter.jpa", inside()),
            Map.entry("adapter.mail", inside()),
            // Tells how each provider does.
            Map.entry("adapter.metrics", inside("adapter.quorum")),
            Map.entry("adapter.quorum", inside()),
            // Fetches and reads price feeds over the wire of Ethereum's kin.
            Map.entry("adapter.rates", inside("adapter.evm")),
            Map.entry("adapter.timer", inside()),
            // Its nodes speak as those of Ethereum do.
            Map.entry("adapter.tron", inside("adapter.base58", "adapter.evm")),
            Map.entry("adapter.vault", inside()),
            // The one room that puts the others together.
            Map.entry(
                    "adapter.wiring",
                    inside(
                            "adapter.bitcoin",
                            "adapter.evm",
                            "adapter.hd",
                            "adapter.http",
                            "adapter.mail",
                            "adapter.metrics",
                            "adapter.quorum",
                            "adapter.rates",
                            "adapter.timer",
                            "adapter.tron",
                            "adapter.vault")),
            Map.entry("api", inside()),
            Map.entry("checkout", inside()),
            Map.entry("admin", inside()));

    /// Libraries, and the only rooms that may know them.
    static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("jakarta.persistence", Set.of("adapter.jpa")),
            Map.entry("org.hibernate", Set.of("adapter.jpa")),
            Map.entry("org.flywaydb", Set.of("adapter.jpa")),
            Map.entry("java.sql", Set.of("adapter.jpa")),
            Map.entry("org.web3j", Set.of("adapter.evm")),
            Map.entry(
                    "org.bouncycastle",
                    Set.of("adapter.hd", "adapter.evm.json", "adapter.bitcoin.address", "adapter.vault")),
            Map.entry(
                    "tools.jackson",
                    Set.of(
                            "adapter.evm",
                            "adapter.tron",
                            "adapter.bitcoin.node",
                            "adapter.bitcoin.esplora",
                            "adapter.rates")),
            Map.entry("java.net.http", Set.of("adapter.evm.heads", "adapter.http")),
            Map.entry("jakarta.ejb", Set.of("adapter.timer")),
            Map.entry("jakarta.transaction", Set.of("flow")),
            Map.entry("jakarta.mail", Set.of("adapter.mail")),
            Map.entry("jakarta.ws.rs", Set.of("api")),
            // Who holds the connection is known to the servlet alone, so that the API asks it, in one place.
            Map.entry("jakarta.servlet", Set.of("api.caller", "checkout", "admin")),
            Map.entry("jakarta.faces", Set.of("checkout", "admin")),
            Map.entry("jakarta.security", Set.of("admin")),
            Map.entry("org.primefaces", Set.of("admin")),
            Map.entry("com.google.zxing", Set.of("checkout")),
            Map.entry("org.eclipse.microprofile.config", Set.of("adapter.wiring", "checkout")),
            Map.entry("org.eclipse.microprofile.health", Set.of("adapter.metrics.health")),
            Map.entry("org.eclipse.microprofile.metrics", Set.of("adapter.metrics.figure")));

    private static Set<String> inside(String... more) {
        return Stream.of(DOMAIN.stream(), Stream.of("flow"), Arrays.stream(more))
                .flatMap(rooms -> rooms)
                .collect(Collectors.toSet());
    }

    private Rooms() {}
}
