package imtokenpay.adapter.evm.hostile;

import imtokenpay.adapter.evm.EvmNetwork;
import imtokenpay.money.ChainId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers about a chain over real HTTP/1.1. Its answers can be changed on their way, and it can fail in all the ways
/// in
/// which a server can, down to the socket.
public final class HostileNode implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int WAITING_MAX = 200;

    /// How a whole HTTP answer goes wrong.
    public interface Fault {
        /// Answers instead of the node. The connection is closed afterwards.
        ///
        /// @param honest the body that the node would have sent
        void answers(Socket connection, byte[] honest) throws IOException;
    }

    /// One request and what was said to it.
    record Said(JsonNode calls, String answer) {}

    private final HostileChain chain;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> distortion = UnaryOperator.identity();
    private volatile boolean distortsAll = true;
    private volatile List<Fault> faults = List.of();
    private volatile boolean remembers;

    public HostileNode(HostileChain chain) {
        this.chain = chain;
        try {
            server = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        threads.submit(this::accepts);
    }

    public EvmNetwork network() {
        var address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v3/secret-key");
        return new EvmNetwork(new ChainId("eip155:1"), address);
    }

    /// From now on its answers are changed like this, and what it says is kept.
    void distorts(UnaryOperator<String> change) {
        said.clear();
        remembers = true;
        distortsAll = true;
        distortion = change;
    }

    /// From now on its answers about the newest block are changed like this.
    void distortsNewest(UnaryOperator<String> change) {
        distortsAll = false;
        distortion = change;
    }

    /// From now on it fails like this.
    public void fails(Fault how) {
        faults = List.of(how);
    }

    /// From now on it is honest and well.
    public void recovers() {
        faults = List.of();
        distortion = UnaryOperator.identity();
    }

    /// What it said since it was told to distort.
    List<Said> said() {
        return List.copyOf(said);
    }

    /// Sends a status, headers and a body at once.
    static void sends(Socket connection, String head, byte[] body) throws IOException {
        var top = ("HTTP/1.1 " + head + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        var all = new byte[top.length + body.length];
        System.arraycopy(top, 0, all, 0, top.length);
        System.arraycopy(body, 0, all, top.length, body.length);
        connection.getOutputStream().write(all);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException already) {
            throw new UncheckedIOException(already);
        }
        // Waits for all who still answer: what they hold is gone afterwards.
        threads.shutdownNow();
        threads.close();
    }

    private void accepts() {
        while (!server.isClosed()) {
            try {
                var connection = server.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                threads.submit(() -> serves(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serves(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (var length = bodyLength(in); length >= 0; length = bodyLength(in)) {
                var calls = JSON.readTree(in.readNBytes(length));
                var honest = answer(calls).toString();
                var isDistorted = distortsAll || calls.toString().contains("\"latest\"");
                var answer = isDistorted ? distortion.apply(honest) : honest;
                if (remembers) {
                    said.add(new Said(calls, answer));
                }
                var body = answer.getBytes(StandardCharsets.UTF_8);
                if (!faults.isEmpty()) {
                    faults.getFirst().answers(connection, body);
                    return;
                }
                sends(connection, "200 OK\r\nContent-Type: application/json", body);
            }
        } catch (IOException hungUp) {
            // The reader may hang up whenever it likes.
            connections.remove(connection);
        } finally {
            connections.remove(connection);
        }
    }

    // What the next request's headers say; negative at the end of the connection.
    private static int bodyLength(InputStream in) throws IOException {
        var line = new StringBuilder();
        var length = 0;
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            var text = line.toString().strip().toLowerCase(Locale.ROOT);
            if (text.isEmpty()) {
                return length;
            }
            if (text.startsWith("content-length:")) {
                length = Integer.parseInt(text.substring(text.indexOf(':') + 1).strip());
            }
            line.setLength(0);
        }
        return -1;
    }

    private JsonNode answer(JsonNode calls) {
        if (!calls.isArray()) {
            return answered(calls);
        }
        var parts = new ArrayList<JsonNode>();
        calls.forEach(call -> parts.add(answered(call)));
        // JSON-RPC 2.0 lets a node answer a batch in any order; this one always uses that right.
        var batch = JSON.createArrayNode();
        parts.reversed().forEach(batch::add);
        return batch;
    }

    private JsonNode answered(JsonNode call) {
        var answer = JSON.createObjectNode().put("jsonrpc", "2.0");
        answer.set("id", call.path("id"));
        answer.set("result", chain.answer(call.path("method").asString(), call.path("params")));
        return answer;
    }
}
