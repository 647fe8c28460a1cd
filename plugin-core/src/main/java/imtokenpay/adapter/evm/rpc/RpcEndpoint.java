package imtokenpay.adapter.evm.rpc;

import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javax.net.ssl.SSLParameters;
import tools.jackson.databind.json.JsonMapper;

/// Talks JSON-RPC 2.0 to one node. Every call either gets its own answer or the whole request fails.
public final class RpcEndpoint implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /// How long an answer may be, packed or not.
    public static final int BODY_BYTES_MAX = 32 * 1024 * 1024;

    private static final int OK = 200;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final HttpClient http;
    private final Pause pause;

    public RpcEndpoint(URI address, InstantSource clock) {
        this.address = address;
        this.pause = new Pause(clock);
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslParameters(tls13())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// Asks all calls in one request.
    ///
    /// @throws Refused if the node might answer less than that
    /// @throws ChainUnavailable if any call has no result
    public Answers ask(List<RpcCall<?>> calls) {
        pause.check();
        var answer = send(HttpRequest.newBuilder(address)
                .timeout(DEADLINE)
                .header("Content-Type", "application/json")
                .header("Accept-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(numbered(calls))))
                .build());
        if (answer.statusCode() != OK) {
            throw refusal(answer);
        }
        return Answers.read(calls, unpacked(answer));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private ChainUnavailable refusal(HttpResponse<Bytes> answer) {
        answer.headers().firstValue("Retry-After").ifPresent(pause::begin);
        var status = answer.statusCode();
        var message = "the node answered HTTP " + status;
        return switch (status) {
            case TOO_LARGE -> new Refused(message, OptionalLong.empty());
            case GATEWAY_TIMEOUT -> new Refused(Reason.UNREACHABLE, message);
            case TOO_MANY_REQUESTS -> new ChainUnavailable(Reason.LIMIT, message);
            default -> new ChainUnavailable(Reason.UNREACHABLE, message);
        };
    }

    private static Bytes unpacked(HttpResponse<Bytes> answer) {
        var encoding = answer.headers().firstValue("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("gzip")) {
            return answer.body();
        }
        try {
            return answer.body().gunzipped(BODY_BYTES_MAX);
        } catch (CappedBody.TooLong tooLong) {
            throw new Refused(Reason.LIMIT, "the node's answer is too long", tooLong);
        } catch (IOException notPacked) {
            throw new ChainUnavailable("the node's answer is not packed as it says", notPacked);
        }
    }

    private HttpResponse<Bytes> send(HttpRequest request) {
        // Not `sendAsync`: it answers on the JVM's common threads, which others in the same server may keep busy.
        var sent = new FutureTask<>(() -> http.send(request, CappedBody.atMost(BODY_BYTES_MAX)));
        Thread.startVirtualThread(sent);
        try {
            // The request's own time-out ends with the headers; this one also covers a body that trickles in.
            return sent.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            sent.cancel(true);
            throw new Refused(
                    Reason.UNREACHABLE, "the node did not answer within " + DEADLINE.toSeconds() + " s", late);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", stopped);
        }
    }

    // The type without the message: a message may repeat the address, and the address may hold a key.
    private static ChainUnavailable failure(Throwable thrown) {
        // The client wraps what it has no type for.
        var cause = thrown.getCause() instanceof IOException wrapped ? wrapped : thrown;
        var message = "the node cannot be reached: " + cause.getClass().getSimpleName();
        return switch (cause) {
            case CappedBody.TooLong tooLong -> new Refused(Reason.LIMIT, message, tooLong);
            case HttpConnectTimeoutException unreachable ->
                new ChainUnavailable(Reason.UNREACHABLE, message, unreachable);
            case HttpTimeoutException late -> new Refused(Reason.UNREACHABLE, message, late);
            default -> new ChainUnavailable(Reason.UNREACHABLE, message, cause);
        };
    }

    private static SSLParameters tls13() {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return parameters;
    }

    private static List<Map<String, Object>> numbered(List<RpcCall<?>> calls) {
        return IntStream.range(0, calls.size())
                .mapToObj(id -> Map.of(
                        "jsonrpc", "2.0", "id", id, "method", calls.get(id).method(), "params", (Object)
                                calls.get(id).params()))
                .toList();
    }
}
