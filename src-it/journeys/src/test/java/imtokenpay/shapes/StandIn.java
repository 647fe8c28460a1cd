package imtokenpay.shapes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Stands in for the plugin, so that a test can say when it answers, and send what it never would.
public final class StandIn implements AutoCloseable {

    private static final String METHOD = """
            {"assets": [{"asset": "eip155:31337/slip44:60", "symbol": "ETH", "chain": "eip155:31337",
              "network": "Devnet", "test": true}]}""";

    /// How calls are answered.
    public enum Condition {
        WELL,
        /// They are taken, and nothing comes back.
        SILENT,
        /// The connection is lost.
        DOWN
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ObjectNode> payments = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Condition condition = Condition.WELL;
    private volatile Consumer<String> beforeAnswer = order -> {};

    public StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// How calls are answered from now on.
    public void becomes(Condition next) {
        condition = next;
    }

    /// What happens between the making of an order's payment and the answer.
    public void beforeAnswer(Consumer<String> action) {
        beforeAnswer = action;
    }

    /// The payment of an order, as settled.
    public String settled(String order) {
        return payments.get(order)
                .deepCopy()
                .put("status", "settled")
                .put("sequence", 2)
                .toString();
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (condition) {
            case WELL -> serve(exchange, path);
            case SILENT -> hang();
            case DOWN -> exchange.close();
        }
    }

    private void serve(HttpExchange exchange, String path) throws IOException {
        if (path.endsWith("/payment-method")) {
            send(exchange, METHOD);
        } else if (path.endsWith("/payments")) {
            ObjectNode payment = made(JsonMapper.shared().readTree(exchange.getRequestBody()));
            beforeAnswer.accept(payment.path("orderRef").asString());
            send(exchange, payment.toString());
        } else if (path.endsWith("/events")) {
            send(exchange, "{\"events\": [], \"cursor\": \"0\", \"hasMore\": false}");
        } else if (path.startsWith("/pay/")) {
            send(exchange, "\"the checkout page\"");
        } else {
            send(
                    exchange,
                    payments.get(path.substring(path.lastIndexOf("pay_") + 4)).toString());
        }
    }

    private ObjectNode made(JsonNode request) {
        String order = request.path("orderRef").asString();
        return payments.computeIfAbsent(
                order,
                name -> ((ObjectNode) request.deepCopy())
                        .put("id", "pay_" + order)
                        .put("sequence", 0)
                        .put("status", "awaiting")
                        .put("symbol", "ETH")
                        .put("chain", "eip155:31337")
                        .put("assetAmount", "0.005")
                        .put("received", "0")
                        .put("surplus", "0")
                        .put("address", "0xf39F")
                        .put("confirmations", 0)
                        .put("confirmationsRequired", 6)
                        .put("deadline", "2026-11-23T10:15:00Z")
                        .put("test", true)
                        .put("checkoutUrl", baseUrl() + "/pay/" + order)
                        .set("transactions", JsonMapper.shared().createArrayNode()));
    }

    private void hang() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
