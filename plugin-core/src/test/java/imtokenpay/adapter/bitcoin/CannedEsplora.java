package imtokenpay.adapter.bitcoin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import imtokenpay.chain.family.NodeAccess;
import imtokenpay.chain.family.NodeReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A server that answers over real HTTP as Esplora does (Blockstream/esplora, `API.md`, 2026): plain texts,
/// bytes and JSON, 404 with words for what is not there, and "not confirmed" for transactions that are none.
/// Lies on demand.
final class CannedEsplora implements CannedServer {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String BASE = "/api";
    private static final String NONE = "";

    private final HttpServer server;
    private final CannedChain chain;
    private final Map<String, UnaryOperator<String>> lies = new HashMap<>();
    private final CannedCalls asked = new CannedCalls();
    private volatile Optional<Busy> busy = Optional.empty();

    private record Busy(int status, String retryAfter) {}

    CannedEsplora(CannedChain chain) throws IOException {
        this.chain = chain;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String path) {
        return URI.create("esplora+http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public NodeReader reader(InstantSource clock) {
        return reader(BASE, clock);
    }

    NodeReader reader(String path, InstantSource clock) {
        var access = new NodeAccess(CannedChain.NET.chain(), address(path), Optional.empty());
        return new BitcoinFamily().reader(access, clock);
    }

    /// From now on what is answered to that is changed like this; bytes are changed as letters of Latin 1, and
    /// nothing at all is a page that is not there.
    void lies(String method, UnaryOperator<String> change) {
        lies.put(method, change);
    }

    /// From now on everything is refused.
    void refuses(int status, String retryAfter) {
        busy = Optional.of(new Busy(status, retryAfter));
    }

    void isItselfAgain() {
        busy = Optional.empty();
    }

    @Override
    public CannedCalls asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var text = path.startsWith(BASE + "/") ? told(path.substring(BASE.length())) : NONE;
        var status = busy.map(Busy::status).orElse(text.isEmpty() ? NOT_FOUND : OK);
        busy.ifPresent(refusal -> exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter()));
        var bytes = (status == OK ? text : "Block not found").getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private synchronized String told(String path) {
        var parts = path.substring(1).split("/");
        var method = method(parts);
        asked.note(method);
        return lies.getOrDefault(method, UnaryOperator.identity()).apply(result(method, parts));
    }

    // What stands there, by the name that Bitcoin Core has for it where it has one.
    private static String method(String... parts) {
        var last = parts.length > 2 ? parts[2] : "";
        return switch (parts[0] + " " + last) {
            case "blocks hash" -> "getblockchaininfo";
            case "block-height " -> "getblockhash";
            case "block raw" -> "getblock";
            case "block header" -> "getblockheader";
            case "mempool " -> "getrawmempool";
            case "tx raw" -> "getrawtransaction";
            case "block " -> "block";
            case "block status" -> "block status";
            case "tx status" -> "tx status";
            default -> throw new IllegalStateException("not canned: " + String.join("/", parts));
        };
    }

    private String result(String method, String... parts) {
        var which = parts[1];
        return switch (method) {
            case "getblockchaininfo" -> chain.hash(chain.head());
            case "getblockhash" -> {
                var height = Integer.parseInt(which);
                yield height > chain.head() ? NONE : chain.hash(height);
            }
            case "getblock" -> latin(chain.hex(which));
            case "getblockheader" -> chain.height(which) == 0 ? CannedChain.GENESIS_HEADER : header(chain.hex(which));
            case "block" -> chain.height(which) < 0 ? NONE : block(which);
            case "block status" -> "{\"in_best_chain\":" + (chain.height(which) >= 0) + ",\"next_best\":null}";
            case "getrawmempool" -> chain.pool();
            case "getrawtransaction" ->
                chain.block(which).isPresent() || chain.isWaiting(which)
                        ? latin(HexFormat.of()
                                .formatHex(chain.transaction(which).bytes()))
                        : NONE;
            default -> place(which);
        };
    }

    private String block(String hash) {
        var height = chain.height(hash);
        return "{\"id\":\"" + hash + "\",\"height\":" + height + ",\"version\":536870912,\"timestamp\":"
                + CannedChain.time(height).getEpochSecond() + ",\"tx_count\":2,\"size\":300,\"weight\":1200,"
                + "\"previousblockhash\":" + (height == 0 ? "null" : "\"" + chain.hash(height - 1) + "\"")
                + ",\"mediantime\":" + CannedChain.median(height).getEpochSecond()
                + ",\"nonce\":0,\"bits\":545259519,\"difficulty\":0.0}";
    }

    private String place(String id) {
        return chain.block(id)
                .map(height -> "{\"confirmed\":true,\"block_height\":" + height + ",\"block_hash\":\""
                        + chain.hash(height) + "\",\"block_time\":1}")
                .orElse("{\"confirmed\":false}");
    }

    private static String header(String hex) {
        return hex.isEmpty() ? NONE : hex.substring(0, 160);
    }

    private static String latin(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    }
}
