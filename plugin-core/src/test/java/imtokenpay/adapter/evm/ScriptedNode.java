package imtokenpay.adapter.evm;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.money.ChainId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node that answers what a test says, over real HTTP, and lies on demand.
final class ScriptedNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final AtomicReference<Function<JsonNode, String>> answers;
    private final AtomicReference<UnaryOperator<String>> distortion = new AtomicReference<>(UnaryOperator.identity());
    private volatile int status = 200;
    private volatile int batchMax = Integer.MAX_VALUE;

    /// @param answers makes the `result` of one call, as JSON
    ScriptedNode(Function<JsonNode, String> answers) throws IOException {
        this.answers = new AtomicReference<>(answers);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = distortion.get().apply(answer(JSON.readTree(exchange.getRequestBody())));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    EvmNetwork network(String chain) {
        return new EvmNetwork(new ChainId(chain), address());
    }

    /// From now on the whole answer is changed like this.
    void distorts(UnaryOperator<String> change) {
        distortion.set(change);
    }

    void answers(Function<JsonNode, String> results) {
        answers.set(results);
    }

    void answersStatus(int code) {
        status = code;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /// How many calls it takes at once; 0 for none but one without a list around it.
    void takesAtOnce(int calls) {
        batchMax = calls;
    }

    private String answer(JsonNode calls) {
        if (calls.isObject()) {
            return one(calls);
        }
        if (calls.size() > batchMax) {
            return "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":31," + "\"message\":\"Batch of more than "
                    + batchMax + " requests are not allowed\"}}";
        }
        List<String> parts = new ArrayList<>();
        for (var call : calls) {
            parts.add(one(call));
        }
        // JSON-RPC 2.0 lets a node answer a batch in any order; this one always uses that right.
        return "[" + String.join(",", parts.reversed()) + "]";
    }

    private String one(JsonNode call) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + call.path("id") + ",\"result\":"
                + answers.get().apply(call) + "}";
    }
}
