package imtokenpay.adapter.bitcoin;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A node that answers over real HTTP as Bitcoin Core does: the id behind the result, errors by Core's
/// numbers, nobody let in without name and password. Lies on demand.
final class CannedNode implements CannedServer {
    private static final JsonMapper JSON = new JsonMapper();
    // "shop:s3cret"
    private static final String LOGIN = "Basic c2hvcDpzM2NyZXQ=";

    private final HttpServer server;
    private final CannedChain chain;
    private final Map<String, UnaryOperator<String>> lies = new HashMap<>();
    private final CannedCalls asked = new CannedCalls();
    final CannedLookUps lookUps;
    private volatile UnaryOperator<String> distortion = UnaryOperator.identity();

    CannedNode(CannedChain chain) throws IOException {
        this.chain = chain;
        this.lookUps = new CannedLookUps(chain);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var isKnown = LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var question = exchange.getRequestBody().readAllBytes();
            var body = isKnown ? distortion.apply(answers(JSON.readTree(question))) : "";
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isKnown ? 200 : 401, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    URI address(String login) {
        return URI.create("http://" + login + "127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public NodeReader reader(InstantSource clock) {
        var access = new NodeAccess(CannedChain.NET.chain(), address("shop:s3cret@"), Optional.empty());
        return new BitcoinFamily().reader(access, clock);
    }

    /// From now on the result of that method is changed like this; what is no result is an error.
    void lies(String method, UnaryOperator<String> change) {
        lies.put(method, change);
    }

    /// From now on the whole answer is changed like this.
    void distorts(UnaryOperator<String> change) {
        distortion = change;
    }

    @Override
    public CannedCalls asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized String answers(JsonNode questions) {
        var parts = new ArrayList<String>();
        for (var call : questions) {
            var method = call.path("method").asString("");
            asked.note(method);
            var result = lies.getOrDefault(method, UnaryOperator.identity()).apply(result(method, call.path("params")));
            var key = result.startsWith("{\"code\"") ? "error" : "result";
            parts.add("{\"jsonrpc\":\"2.0\",\"" + key + "\":" + result + ",\"id\":" + call.path("id") + "}");
        }
        return "[" + String.join(",", parts) + "]\n";
    }

    private String result(String method, JsonNode params) {
        var hash = params.path(0).asString("");
        return switch (method) {
            case "getblockchaininfo" -> info();
            case "getrawmempool" -> chain.pool();
            case "getblockhash" -> {
                var height = params.path(0).asInt(0);
                yield height > chain.head() ? error(-8, "Block height out of range") : "\"" + chain.hash(height) + "\"";
            }
            case "getblockheader" -> chain.height(hash) < 0 ? error(-5, "Block not found") : chain.header(hash);
            case "getblock" -> chain.hex(hash).isEmpty() ? error(-5, "Block not found") : "\"" + chain.hex(hash) + "\"";
            case "getrawtransaction" -> lookUps.raw(params);
            case "getindexinfo" -> lookUps.index;
            case "gettxout" -> lookUps.unspent(params);
            default -> throw new IllegalStateException("not canned: " + method);
        };
    }

    static String error(int code, String message) {
        return "{\"code\":" + code + ",\"message\":\"" + message + "\"}";
    }

    private String info() {
        return "{\"chain\":\"regtest\",\"blocks\":" + chain.head() + ",\"headers\":" + chain.head()
                + ",\"bestblockhash\":\"" + chain.hash(chain.head())
                + "\",\"difficulty\":4.656542373906925e-10,\"time\":"
                + chain.dated(chain.head()).getEpochSecond() + ",\"mediantime\":"
                + chain.medianDated(chain.head()).getEpochSecond()
                + ",\"verificationprogress\":1,\"initialblockdownload\":false,\"pruned\":false,\"warnings\":[]}";
    }
}
