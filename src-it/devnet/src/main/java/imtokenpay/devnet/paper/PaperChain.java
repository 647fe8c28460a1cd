package imtokenpay.devnet.paper;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import imtokenpay.devnet.paper.ledger.Ledger;
import imtokenpay.devnet.paper.rpc.Envelope;
import imtokenpay.devnet.paper.rpc.Miner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The simulated chain and its HTTP door on 127.0.0.1.
public final class PaperChain implements AutoCloseable {
    private static final BigInteger ENDOWMENT = BigInteger.TEN.pow(22);
    private static final int BODY_MAX = 8 << 20;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Miner miner;
    private final Envelope envelope;

    /// How a new chain starts.
    ///
    /// @param port 0 picks a free one
    /// @param blockTime empty: every transaction gets its block at once
    /// @param rich accounts that hold 10,000 coins in the first block
    public record Start(int port, Optional<Duration> blockTime, Collection<String> rich, InstantSource time) {}

    public PaperChain(Start start) {
        Map<String, BigInteger> wealth = new HashMap<>();
        start.rich().forEach(address -> wealth.put(address.toLowerCase(Locale.ROOT), ENDOWMENT));
        Ledger ledger = new Ledger(start.time(), wealth);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), start.port()), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + start.port() + " cannot be opened: " + e.getMessage(), e);
        }
        miner = new Miner(ledger, start.blockTime());
        envelope = new Envelope(ledger, miner);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// Where the chain answers.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        miner.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(BODY_MAX + 1);
            if (body.length > BODY_MAX) {
                exchange.sendResponseHeaders(413, -1);
                return;
            }
            byte[] answer = envelope.answer(body).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
