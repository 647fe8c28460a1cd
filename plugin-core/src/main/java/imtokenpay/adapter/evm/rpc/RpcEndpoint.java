package imtokenpay.adapter.evm.rpc;

import imtokenpay.adapter.evm.json.Rooms;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.adapter.evm.rpc.parts.Parts;
import imtokenpay.adapter.evm.rpc.parts.WholeRefusal;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import tools.jackson.databind.json.JsonMapper;

/// Talks JSON-RPC 2.0 to one node. Every call either gets its own answer or the whole request fails. What answers in
/// pages instead is read by the same limits and with the same pauses.
public final class RpcEndpoint implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    /// How long an answer may be, packed or not.
    public static final int BODY_BYTES_MAX = 32 * 1024 * 1024;

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final JsonMapper JSON = new JsonMapper();

    private final Pause pause;
    private final Rooms rooms = new Rooms();
    private final TimedPost timed;
    private final Parts<RpcCall<?>, Answers> parts;

    /// @param headers what every request carries beside
    public RpcEndpoint(URI address, Map<String, String> headers, InstantSource clock) {
        this(new Post(address, headers, BODY_BYTES_MAX), clock, DEADLINE);
    }

    RpcEndpoint(Post post, InstantSource clock, Duration deadline) {
        this.pause = new Pause(clock);
        this.timed = new TimedPost(post, deadline);
        this.parts = new Parts<>(Answers::and, clock);
    }

    /// Asks all calls in one request; in several where the node was seen to take no more.
    ///
    /// @throws Refused if the node might answer less than that
    /// @throws ChainUnavailable if any call has no result
    public Answers ask(List<RpcCall<?>> calls) {
        return parts.ask(calls, this::asked);
    }

    private Answers asked(List<RpcCall<?>> calls, boolean isBare) {
        var numbered = numbered(calls);
        return answered(
                JSON.writeValueAsBytes(isBare ? numbered.getFirst() : numbered),
                body -> understood(body, slice -> isBare ? Answers.readOne(calls, slice) : Answers.read(calls, slice)));
    }

    /// Asks in a way that is not JSON-RPC.
    ///
    /// @throws ChainUnavailable if there is no answer
    public byte[] ask(byte[] question) {
        return answered(question, Body::all);
    }

    /// Reads a page below the address.
    ///
    /// @param path begins with a slash
    /// @return empty if the node says that there is no such page (404)
    /// @throws ChainUnavailable if there is no answer
    public Optional<byte[]> page(String path) {
        return pageOf(path, Body::all);
    }

    /// Reads a page of JSON while it comes.
    ///
    /// @throws ChainUnavailable also if it is not understood
    public <T> Optional<T> page(String path, Walker<T> walker) {
        return pageOf(
                path,
                body -> understood(body, slice -> {
                    var value = walker.walk(slice);
                    if (!slice.isPassed()) {
                        throw new ChainUnavailable("the node's answer goes on after its end");
                    }
                    return value;
                }));
    }

    /// Ends what is running.
    @Override
    public void close() {
        timed.close();
    }

    private <T> T answered(byte[] question, Post.Reader<T> reader) {
        pause.check();
        var answer = sent(() -> timed.send(question, reader));
        return answer.body().orElseThrow(() -> refusal(answer));
    }

    private <T> Optional<T> pageOf(String path, Post.Reader<T> reader) {
        pause.check();
        var answer = sent(() -> timed.read(path, reader));
        return answer.status() == NOT_FOUND
                ? Optional.empty()
                : Optional.of(answer.body().orElseThrow(() -> refusal(answer)));
    }

    private <T> T understood(Body body, Function<Slice, T> reader) {
        var slice = new Slice(body, rooms.take());
        try {
            return reader.apply(slice);
        } catch (ChainUnavailable | UncheckedIOException foreseen) {
            throw foreseen;
        } catch (RuntimeException odd) {
            // What a reader did not foresee in an answer, such as a number out of range.
            var message =
                    "the node's answer is not understood (" + odd.getClass().getSimpleName() + ")";
            throw new ChainUnavailable(message, odd);
        } finally {
            rooms.giveBack(slice.bytes());
        }
    }

    private ChainUnavailable refusal(Post.Reply<?> answer) {
        answer.retryAfter().ifPresent(pause::begin);
        var message = "the node answered HTTP " + answer.status();
        return switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN ->
                new ChainUnavailable(
                        Reason.UNREACHABLE,
                        message + ": it does not let us in. Correct the name, password or key of the network's rpc-url"
                                + " or api-key, or allow this machine at the node");
            case TOO_LARGE -> new Refused(message, OptionalLong.empty());
            case BAD_REQUEST, METHOD_NOT_ALLOWED, UNPROCESSABLE, SERVER_ERROR ->
                new WholeRefusal(new ChainUnavailable(Reason.UNREACHABLE, message));
            case GATEWAY_TIMEOUT -> new Refused(Reason.UNREACHABLE, message);
            case TOO_MANY_REQUESTS -> new ChainUnavailable(Reason.LIMIT, message);
            default -> new ChainUnavailable(Reason.UNREACHABLE, message);
        };
    }

    private interface Sending<T> {
        Post.Reply<T> send() throws TimeoutException, ExecutionException, InterruptedException;
    }

    private <T> Post.Reply<T> sent(Sending<T> sending) {
        try {
            return sending.send();
        } catch (TimeoutException late) {
            throw new Refused(
                    Reason.UNREACHABLE,
                    "the node did not answer within " + timed.deadline().toSeconds() + " s",
                    late);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        } catch (CancellationException closed) {
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", closed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ChainUnavailable(Reason.UNREACHABLE, "reading was stopped", stopped);
        }
    }

    // The type without the message: a message may repeat the address, and the address may hold a key.
    private static ChainUnavailable failure(Throwable cause) {
        var message = "the node cannot be reached: " + cause.getClass().getSimpleName();
        return switch (cause) {
            case ChainUnavailable notUsable -> notUsable;
            case UncheckedIOException broken when broken.getCause() != null -> failure(broken.getCause());
            case Body.TooLong tooLong -> new Refused(Reason.LIMIT, "the node's answer is too long", tooLong);
            case ZipException notPacked ->
                new ChainUnavailable("the node's answer is not packed as it says", notPacked);
            default -> new ChainUnavailable(Reason.UNREACHABLE, message, cause);
        };
    }

    private static List<Map<String, Object>> numbered(List<RpcCall<?>> calls) {
        return IntStream.range(0, calls.size())
                .mapToObj(id -> Map.of(
                        "jsonrpc", "2.0", "id", id, "method", calls.get(id).method(), "params", (Object)
                                calls.get(id).params()))
                .toList();
    }
}
