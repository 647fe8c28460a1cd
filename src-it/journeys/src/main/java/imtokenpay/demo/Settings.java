package imtokenpay.demo;

import imtokenpay.devnet.bitcoin.BitcoinNode;
import imtokenpay.story.Devnet;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the plugin and the shop are told: MicroProfile Config values, given as JVM system properties.
public final class Settings {
    /// On disk with every commit; closed by the server, not by a hook of H2 that would be faster than
    /// the applications.
    private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    // Account 1 (m/44'/60'/1') of the test phrase that Hardhat and Anvil publish, so that nobody needs to keep it.
    private static final String ACCOUNT = "xpub6Ce9NcJvTk372KjsGfWqbcex5DumjpNquQLApoeQUavSCjEc823BV1tb4rXUuPuht8h2h"
            + "Sxkg2EXUaKUJmniJvRZAELxypsCzBFdtosmV76";

    /// What each of the made-up secrets begins with.
    public static final String SECRET = "secret-of-the-";

    private static final String NOBODY = "http://127.0.0.1:9";
    private static final int POOL = 9;

    private final Map<String, String> values = new LinkedHashMap<>();

    /// `server` is where both applications will be, `shop` where the plugin reaches the shop, `data`
    /// the folder of their databases.
    public Settings(URI server, URI shop, Path data, Keys keys) {
        String plugin = server + "/imtoken";
        values.put("imtoken.public-url", plugin);
        values.put(
                "imtoken.db.url",
                "jdbc:h2:file:" + data.resolve("imtoken")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH" + DURABLE);
        values.put("imtoken.stores", "demo");
        values.put("imtoken.store.demo.name", "Paper & Ink");
        values.put("imtoken.store.demo.api-key", keys.apiKey());
        values.put("imtoken.store.demo.webhook-url", shop + "/imtoken/webhook");
        values.put("imtoken.store.demo.webhook-secret", keys.webhookSecret());
        values.put("imtoken.store.demo.return-origins", server.toString());
        values.put("imtoken.shop.base-url", plugin);
        values.put("imtoken.sample.db.url", "jdbc:h2:file:" + data.resolve("shop") + DURABLE);
    }

    /// The plugin keeps its facts in the PostgreSQL at that JDBC address, which lets everybody in.
    public Settings postgres(String url) {
        values.put("imtoken.db.url", url);
        values.put("imtoken.db.class", "org.postgresql.ds.PGSimpleDataSource");
        values.put("imtoken.db.user", "postgres");
        values.put("imtoken.db.password", "postgres");
        return this;
    }

    /// The one chain and its two assets.
    public Settings chain(Devnet devnet) {
        values.put("imtoken.networks", "devnet");
        values.put("imtoken.network.devnet.chain", Devnet.CHAIN);
        values.put("imtoken.network.devnet.name", "Devnet");
        values.put("imtoken.network.devnet.rpc-url", devnet.rpcUrl().toString());
        values.put("imtoken.network.devnet.poll-ms", "250");
        devnet.headsUrl().ifPresent(url -> values.put("imtoken.network.devnet.heads-url", url.toString()));
        values.put("imtoken.network.devnet.test", "true");
        values.put("imtoken.assets", "eth,usdt");
        asset("eth", devnet.eth(), devnet.merchant(), Map.of("symbol", "ETH", "decimals", "18", "rate.USD", "2500"));
        asset(
                "usdt",
                devnet.usdt(),
                devnet.merchant(),
                Map.of("symbol", "USDT", "decimals", "6", "rate.USD", "1", "xpub", ACCOUNT));
        devnet.bitcoin().ifPresent(this::bitcoin);
        return this;
    }

    private void bitcoin(BitcoinNode node) {
        values.merge("imtoken.networks", "bitcoin", (networks, more) -> networks + "," + more);
        String network = "imtoken.network.bitcoin.";
        values.put(network + "chain", BitcoinNode.CHAIN);
        values.put(network + "name", "Bitcoin regtest");
        values.put(network + "rpc-url", node.url().toString());
        values.put(network + "api-key", node.login());
        values.put(network + "poll-ms", "500");
        values.put(network + "test", "true");
        values.merge("imtoken.assets", "btc", (assets, more) -> assets + "," + more);
        List<String> addresses = node.merchantAddresses(POOL + 1);
        String pool = String.join(",", addresses.subList(1, addresses.size()));
        asset(
                "btc",
                BitcoinNode.COIN,
                addresses.getFirst(),
                Map.of("symbol", "BTC", "decimals", "8", "rate.USD", "90000", "pool", pool, "confirmations", "2"));
    }

    /// A second store, which hears of nothing by itself.
    public Settings quietStore(String apiKey) {
        values.merge("imtoken.stores", "quiet", (stores, quiet) -> stores + "," + quiet);
        values.put("imtoken.store.quiet.name", "Quiet & Sons");
        values.put("imtoken.store.quiet.api-key", apiKey);
        return this;
    }

    /// How long a payment waits for money.
    public Settings window(Duration window) {
        values.put("imtoken.payment.window-seconds", Long.toString(window.toSeconds()));
        return this;
    }

    /// Serves the plugin's figures at `/metrics`, all that there can be: USDT comes to a pool of
    /// addresses, and somebody who never answers is asked for a price.
    public Settings metrics() {
        values.put("imtoken.metrics.enabled", "true");
        values.put("imtoken.health.stalled-seconds", "20");
        values.remove("imtoken.asset.usdt.xpub");
        values.put(
                "imtoken.asset.usdt.pool",
                IntStream.rangeClosed(1, POOL).mapToObj("0x%040x"::formatted).collect(Collectors.joining(",")));
        values.put("imtoken.asset.eth.rate-sources.EUR", "kraken:XETHZEUR");
        values.put("imtoken.rates.kraken.url", NOBODY);
        return this;
    }

    /// Secrets wherever there can be one: a password for the database, keys in the addresses of nodes,
    /// of which the second never answers, and a key for a source of prices.
    public Settings secrets() {
        values.put("imtoken.db.password", secret("database"));
        values.merge(
                "imtoken.network.devnet.rpc-url",
                NOBODY + "/v3/" + secret("path"),
                (node, nobody) -> node + "?key=" + secret("query") + "," + nobody);
        values.put("imtoken.network.devnet.quorum", "1");
        values.merge("imtoken.asset.eth.rate-sources.EUR", "coingecko:ethereum", (one, other) -> one + "," + other);
        values.put("imtoken.rates.coingecko.url", NOBODY);
        values.put("imtoken.rates.coingecko.api-key", secret("rates"));
        return this;
    }

    private static String secret(String where) {
        return SECRET + where;
    }

    /// Shows the demo button on the checkout page, which sends the page's address to `page`.
    public Settings devWallet(URI page) {
        values.put("imtoken.dev-wallet-url", page.toString());
        return this;
    }

    /// Whatever else.
    Settings more(Map<String, String> settings) {
        values.putAll(settings);
        return this;
    }

    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    private void asset(String name, String id, String merchant, Map<String, String> more) {
        String prefix = "imtoken.asset." + name + ".";
        values.put(prefix + "id", id);
        values.put(prefix + "address", merchant);
        values.put(prefix + "confirmations", "6");
        more.forEach((key, value) -> values.put(prefix + key, value));
    }
}
