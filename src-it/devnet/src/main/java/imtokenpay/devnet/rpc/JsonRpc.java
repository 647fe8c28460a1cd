package imtokenpay.devnet.rpc;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.web3j.utils.Numeric;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A JSON-RPC 2.0 client for one node. Safe for use by many threads.
public final class JsonRpc {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final URI url;
    private final Optional<String> authorization;

    public JsonRpc(URI url) {
        this(url, Optional.empty());
    }

    private JsonRpc(URI url, Optional<String> authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /// The same, logged in by name and password (RFC 7617).
    public JsonRpc as(String name, String password) {
        byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new JsonRpc(url, Optional.of("Basic " + Base64.getEncoder().encodeToString(login)));
    }

    /// The same at another path.
    public JsonRpc at(String path) {
        return new JsonRpc(url.resolve(path), authorization);
    }

    /// Where the node listens.
    public URI url() {
        return url;
    }

    /// The `result` of one call; a JSON null is a node of its own (`isNull()`), never a Java null.
    ///
    /// @throws RpcFailure when there is no answer or the answer is an error
    public JsonNode call(String method, Object... params) {
        JsonNode answer = post(request(1, method, params).toString());
        JsonNode error = answer.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            throw new RpcFailure(
                    error.path("code").asInt(RpcFailure.NO_ANSWER),
                    method + ": " + error.path("message").asString("no message"));
        }
        if (!answer.has("result")) {
            throw new RpcFailure(RpcFailure.NO_ANSWER, method + ": neither result nor error in " + answer);
        }
        return answer.path("result");
    }

    /// The result of a call whose answer is a text.
    public String text(String method, Object... params) {
        return call(method, params).asString();
    }

    /// The result of a call whose answer is a hexadecimal quantity.
    public BigInteger quantity(String method, Object... params) {
        return Numeric.decodeQuantity(text(method, params));
    }

    /// A request body, for batches and for tests that look at raw answers.
    public static ObjectNode request(int id, String method, Object... params) {
        ObjectNode request = JSON.createObjectNode();
        request.put("jsonrpc", "2.0");
        request.put("id", id);
        request.put("method", method);
        request.set("params", JSON.valueToTree(List.of(params)));
        return request;
    }

    /// Posts any body and reads the answer as JSON, whatever it says.
    public JsonNode post(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        authorization.ifPresent(login -> request.header("Authorization", login));
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return JSON.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new RpcFailure("No readable answer from the node at " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RpcFailure("Interrupted while asking the node at " + url, e);
        }
    }
}
