package imtokenpay.adapter.evm;

import imtokenpay.chain.watch.ChainUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Talks JSON-RPC 2.0 to one node. Every call either gets its own answer, found by id and not by position, or
/// fails.
final class RpcEndpoint implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int BODY_BYTES_MAX = 32 * 1024 * 1024;
    private static final int DEPTH_MAX = 64;
    private static final int ERROR_CHARS_MAX = 200;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH_MAX)
                            .build())
                    .build())
            .build();

    private final URI address;
    private final HttpClient http;

    RpcEndpoint(URI address) {
        this.address = address;
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// The results of the calls, in the order of the calls. A result may be JSON null; an error never is a
    /// result.
    ///
    /// @throws ChainUnavailable if any call has no result
    List<JsonNode> ask(List<RpcCall> calls) {
        var answers = post(calls);
        if (!answers.isArray()) {
            throw new ChainUnavailable("the node refused: " + errorOf(answers));
        }
        var byId = new HashMap<Integer, JsonNode>();
        for (var answer : answers) {
            if (byId.put(answer.path("id").asInt(-1), answer) != null) {
                throw new ChainUnavailable("the node answered one call twice");
            }
        }
        var results = new ArrayList<JsonNode>();
        for (var i = 0; i < calls.size(); i++) {
            results.add(result(calls.get(i), byId.get(i)));
        }
        return results;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static JsonNode result(RpcCall call, @org.jspecify.annotations.Nullable JsonNode answer) {
        if (answer == null) {
            throw new ChainUnavailable("the node left out the answer to " + call.method());
        }
        if (!answer.path("error").isMissingNode() && !answer.path("error").isNull()) {
            throw new ChainUnavailable("the node answered " + call.method() + " with " + errorOf(answer));
        }
        if (answer.path("result").isMissingNode()) {
            throw new ChainUnavailable("the node's answer to " + call.method() + " has no result");
        }
        return answer.path("result");
    }

    private JsonNode post(List<RpcCall> calls) {
        var answer = send(HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(numbered(calls))))
                .build());
        if (answer.statusCode() != 200) {
            throw new ChainUnavailable("the node answered HTTP " + answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw new ChainUnavailable("the node's answer is not JSON", notJson);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        var sent = http.sendAsync(request, CappedBody.atMost(BODY_BYTES_MAX));
        try {
            // The request's own time-out ends with the headers; this one also covers a body that trickles in.
            return sent.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new ChainUnavailable("the node did not answer within " + DEADLINE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw new ChainUnavailable("the node cannot be reached: " + shortly(failed.getCause()), failed);
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new ChainUnavailable("reading was stopped", stopped);
        }
    }

    private static List<Map<String, Object>> numbered(List<RpcCall> calls) {
        var numbered = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            numbered.add(Map.of("jsonrpc", "2.0", "id", i, "method", call.method(), "params", call.params()));
        }
        return numbered;
    }

    private static String errorOf(JsonNode answer) {
        var error = answer.path("error");
        var text = "error " + error.path("code").asString("?") + " "
                + error.path("message").asString("");
        var oneLine = text.replaceAll("\\p{Cntrl}", " ").strip();
        return oneLine.length() > ERROR_CHARS_MAX ? oneLine.substring(0, ERROR_CHARS_MAX) + "..." : oneLine;
    }

    // The type without the message: a message may repeat the address, and the address may hold a key.
    private static String shortly(Throwable cause) {
        return cause instanceof IOException ? cause.getClass().getSimpleName() : cause.toString();
    }
}
