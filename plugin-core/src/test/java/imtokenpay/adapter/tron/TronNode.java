package imtokenpay.adapter.tron;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import imtokenpay.money.ChainId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks HTTP as java-tron does: JSON-RPC below `/jsonrpc` alone, always with status 200, never more than a hundred
/// calls at once. What it answers is a [TronChain]'s matter.
final class TronNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int BATCH_MAX = 100;
    private static final int NO_SUCH_METHOD = 405;

    /// The API key of every request; empty where there was none.
    final List<String> keys = new CopyOnWriteArrayList<>();

    private final HttpServer server;
    private final AtomicReference<Function<JsonNode, String>> answers;
    private final AtomicReference<LongFunction<String>> wallet = new AtomicReference<>(height -> "{}");

    /// @param answers the `result` or `error` member of the answer to one call
    TronNode(Function<JsonNode, String> answers) throws IOException {
        this.answers = new AtomicReference<>(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> reply(exchange, NO_SUCH_METHOD, "<html>"));
        server.createContext("/jsonrpc", exchange -> {
            noteKey(exchange);
            reply(exchange, 200, answer(JSON.readTree(exchange.getRequestBody())));
        });
        server.createContext("/wallet/getblockbynum", exchange -> {
            noteKey(exchange);
            var asked = JSON.readTree(exchange.getRequestBody());
            reply(exchange, 200, wallet.get().apply(asked.path("num").asLong()));
        });
        server.start();
    }

    /// What the interface beside JSON-RPC shows of a block.
    void shows(LongFunction<String> blocks) {
        wallet.set(blocks);
    }

    /// Without the path that it answers at.
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Reads it, as a chain and with a key.
    NodeReader reader(ChainId chain, String key) {
        return reader(chain, key, InstantSource.fixed(TronChain.time(1_000_000)));
    }

    NodeReader reader(ChainId chain, String key, InstantSource clock) {
        return new TronFamily().reader(new NodeAccess(chain, address(), Optional.of(key)), clock);
    }

    void answers(Function<JsonNode, String> results) {
        answers.set(results);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String answer(JsonNode calls) {
        if (calls.isObject()) {
            return "{\"jsonrpc\":\"2.0\",\"id\":" + calls.path("id") + ","
                    + answers.get().apply(calls) + "}";
        }
        if (calls.size() > BATCH_MAX) {
            return "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32005,\"message\":\"Batch size " + calls.size()
                    + " exceeds the limit of 100\"},\"id\":null}";
        }
        var parts = new ArrayList<String>();
        for (var call : calls) {
            parts.add("{\"jsonrpc\":\"2.0\",\"id\":" + call.path("id") + ","
                    + answers.get().apply(call) + "}");
        }
        return "[" + String.join(",", parts) + "]";
    }

    private void noteKey(HttpExchange exchange) {
        var key = exchange.getRequestHeaders().getFirst("TRON-PRO-API-KEY");
        keys.add(key == null ? "" : key);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
