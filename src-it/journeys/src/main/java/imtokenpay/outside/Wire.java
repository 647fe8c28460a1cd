package imtokenpay.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// A wire from the plugin to its node, or from the plugin to a shop. It can be cut, and it can carry nonsense.
public final class Wire implements AutoCloseable {
    private static final byte[] NONSENSE = "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8);

    // keccak-256 of `Transfer(address,address,uint256)` (ERC-20).
    private static final String TRANSFER = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef";

    private enum Condition {
        SOUND,
        CUT,
        GONE,
        GARBLED,
        FORGETFUL
    }

    // The client makes these itself.
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "http2-settings", "transfer-encoding", "upgrade");

    private final URI target;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private volatile Condition condition = Condition.SOUND;
    private volatile Consumer<String> listener = question -> {};

    /// @param target where it leads to, without a slash at its end
    public Wire(URI target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::carry);
        server.setExecutor(threads);
        server.start();
    }

    /// What the plugin takes for the other side.
    public URI end() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void cut() {
        condition = Condition.CUT;
    }

    public void garble() {
        condition = Condition.GARBLED;
    }

    /// The node finds no logs of transfers, as one that does not know them yet.
    public void forget() {
        condition = Condition.FORGETFUL;
    }

    /// Nothing is at its other end any more, for good.
    public void goAway() {
        condition = Condition.GONE;
    }

    public void mend() {
        condition = Condition.SOUND;
    }

    /// From now on that one hears every question that comes in, whatever becomes of it.
    public void tap(Consumer<String> hears) {
        listener = hears;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            listener.accept(new String(question, StandardCharsets.UTF_8));
            switch (condition) {
                case SOUND -> answer(exchange, ask(exchange, question));
                case FORGETFUL -> answer(exchange, ask(exchange, otherLogs(question)));
                case GARBLED -> {
                    exchange.sendResponseHeaders(200, NONSENSE.length);
                    exchange.getResponseBody().write(NONSENSE);
                }
                case GONE -> exchange.sendResponseHeaders(410, -1);
                case CUT -> {
                    // Closing without an answer is what a lost connection looks like.
                }
            }
        }
    }

    private static byte[] otherLogs(byte[] question) {
        String text = new String(question, StandardCharsets.UTF_8);
        return text.replace(TRANSFER, "0x" + "0".repeat(64)).getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] question) throws IOException {
        String path = exchange.getRequestURI().getPath();
        HttpRequest.Builder request = HttpRequest.newBuilder(path.equals("/") ? target : URI.create(target + path))
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofByteArray(question));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                request.setHeader(name, values.getFirst());
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        // -1 says that there is no body; 0 would announce one of unknown length.
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
