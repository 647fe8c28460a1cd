package imtokenpay.adapter.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What lies between a reader and an honest node: hands on requests and answers one by one, or does what a test says.
/// Families differ in what is asked, not in how: JSON-RPC over HTTP.
final class Wire implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> HEADERS = List.of("Authorization", "TRON-PRO-API-KEY");
    private static final int BROKEN = 503;

    private final URI node;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int requests;
    private int failsFrom = Integer.MAX_VALUE;
    private int happensAt = -1;
    private Runnable happening = () -> {};
    private Function<JsonNode, Optional<String>> results = call -> Optional.empty();
    private Function<JsonNode, Optional<String>> refusals = calls -> Optional.empty();
    private UnaryOperator<String> distortion = UnaryOperator.identity();

    Wire(URI node) {
        this.node = node;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handsOn);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// How many requests came since the wire was last made straight.
    synchronized int requests() {
        return requests;
    }

    /// All is handed on as it is, and requests are counted anew.
    synchronized void isStraight() {
        requests = 0;
        failsFrom = Integer.MAX_VALUE;
        happensAt = -1;
        results = call -> Optional.empty();
        refusals = calls -> Optional.empty();
        distortion = UnaryOperator.identity();
    }

    /// After so many requests more, nothing answers any more.
    synchronized void breaksAfter(int more) {
        failsFrom = requests + more;
    }

    /// Something happens before the request after so many more.
    synchronized void happensAfter(int more, Runnable what) {
        happensAt = requests + more;
        happening = what;
    }

    /// The results of some calls are others.
    synchronized void answers(Function<JsonNode, Optional<String>> other) {
        results = other;
    }

    /// Some requests are refused, with that error.
    synchronized void refuses(Function<JsonNode, Optional<String>> which) {
        refusals = which;
    }

    /// All answers are changed like this.
    synchronized void distorts(UnaryOperator<String> change) {
        distortion = change;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.close();
    }

    // One after another, so that what happens between two of them happens between them.
    private synchronized void handsOn(HttpExchange exchange) throws IOException {
        var question = exchange.getRequestBody().readAllBytes();
        if (requests == happensAt) {
            happensAt = -1;
            happening.run();
        }
        requests++;
        if (requests > failsFrom) {
            reply(exchange, BROKEN, "");
            return;
        }
        var calls = JSON.readTree(question);
        var refusal = refusals.apply(calls);
        if (refusal.isPresent()) {
            reply(exchange, 200, refused(calls, refusal.get()));
            return;
        }
        var answer = node(exchange, question);
        reply(exchange, answer.statusCode(), distortion.apply(changed(calls, answer.body())));
    }

    private HttpResponse<String> node(HttpExchange exchange, byte[] question) throws IOException {
        var request = HttpRequest.newBuilder(node.resolve(exchange.getRequestURI()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        for (var name : HEADERS) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String refused(JsonNode calls, String error) {
        var answers = JSON.createArrayNode();
        for (var call : calls) {
            answers.addObject()
                    .put("jsonrpc", "2.0")
                    .<ObjectNode>set("id", call.path("id"))
                    .set("error", JSON.readTree(error));
        }
        return answers.toString();
    }

    private String changed(JsonNode calls, String body) {
        var isChanged = calls.isArray()
                && calls.valueStream().anyMatch(call -> results.apply(call).isPresent());
        if (!isChanged) {
            return body;
        }
        var answers = (ArrayNode) JSON.readTree(body);
        for (var call : calls) {
            results.apply(call)
                    .ifPresent(result -> answers.valueStream()
                            .filter(answer -> answer.path("id").equals(call.path("id")))
                            .map(ObjectNode.class::cast)
                            .forEach(answer -> answer.without("error").set("result", JSON.readTree(result))));
        }
        return answers.toString();
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
