package imtokenpay.adapter.rates;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/// Somebody on this machine who tells prices as CoinGecko or Kraken does, or whatever a test has it say.
public final class ScriptedVendor implements AutoCloseable {
    private record Script(int status, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final AtomicReference<Script> script = new AtomicReference<>(new Script(503, Map.of(), new byte[0]));
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    public ScriptedVendor() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (name.startsWith("X-cg-")) {
                    keys.add(name + "=" + values.getFirst());
                }
            });
            var now = script.get();
            now.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(now.status(), now.body().length == 0 ? -1 : now.body().length);
            try (var out = exchange.getResponseBody()) {
                out.write(now.body());
            } catch (IOException hungUp) {
                exchange.close();
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Answers that from now on.
    public void says(String json) {
        script.set(new Script(200, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8)));
    }

    void answers(int status, Map<String, String> headers) {
        script.set(new Script(status, headers, new byte[0]));
    }

    /// Answers as docs.coingecko.com, "Coin Price by IDs" shows it.
    public void coingecko(String coin, String price, Instant at) {
        says("{\"" + coin + "\":{\"usd\":" + price + ",\"usd_24h_vol\":31260929299.5248,\"last_updated_at\":"
                + at.getEpochSecond() + "}}");
    }

    /// Answers as docs.kraken.com, "Get Ticker Information" shows it.
    public void kraken(String market, String bid) {
        says("{\"error\":[],\"result\":{\"" + market + "\":{\"a\":[\"99999999.10000\",\"1\",\"1.000\"],\"b\":[\"" + bid
                + "\",\"1\",\"1.000\"],\"c\":[\"1.20000\",\"0.00067643\"],\"v\":[\"4083.67001100\",\"4412.73601799\"],"
                + "\"p\":[\"2.77771\",\"2.68913\"],\"t\":[34619,38907],\"l\":[\"2.3\",\"2.3\"],"
                + "\"h\":[\"3.0\",\"3.0\"],\"o\":\"2.80000\"}}}");
    }

    /// Every question so far.
    List<String> asked() {
        return List.copyOf(asked);
    }

    /// Every key that came with one.
    List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
