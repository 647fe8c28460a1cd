package imtokenpay.storefront.scene;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A plugin behind real HTTP that keeps the contract of idempotency and does as the test says otherwise.
public final class FakePlugin implements AutoCloseable {

    public static final String API_KEY = "sk_test";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, JsonObject> requests = new ConcurrentHashMap<>();
    private final Map<String, JsonObject> payments = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile String refusal = "";
    private volatile Runnable beforeAnswer = () -> {};
    private volatile boolean silent;
    private volatile boolean deaf;
    private final List<byte[]> events = new CopyOnWriteArrayList<>();
    private volatile boolean rubbish;
    private volatile boolean forgetful;

    public FakePlugin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/imtoken/api/v1", this::answer);
        server.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/imtoken";
    }

    /// From now on every call is refused with this code; empty to be kind again.
    public void refuse(String code) {
        refusal = code;
    }

    /// From now on a payment is made, but no answer comes.
    public void silent(boolean nowSilent) {
        silent = nowSilent;
    }

    /// From now on every call is taken, and none is answered.
    public void deaf() {
        deaf = true;
    }

    public void beforeAnswer(Runnable action) {
        beforeAnswer = action;
    }

    /// Lets a payment stand somewhere else.
    public void stands(String id, String status) {
        payments.computeIfPresent(
                id,
                (key, payment) ->
                        Json.createObjectBuilder(payment).add("status", status).build());
    }

    /// An event for the feed, which gives one at a time.
    public void happens(byte[] event) {
        events.add(event);
    }

    /// From now on the feed answers what nobody can read.
    public void rubbish(boolean nowRubbish) {
        rubbish = nowRubbish;
    }

    /// The next cursor is unknown.
    public void forgetsCursors() {
        forgetful = true;
    }

    /// Method and path of every call so far.
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public Map<String, JsonObject> payments() {
        return Map.copyOf(payments);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/imtoken/api/v1".length());
        String query = exchange.getRequestURI().getQuery();
        calls.add(exchange.getRequestMethod() + " " + path + (query == null ? "" : "?" + query));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (deaf) {
            waitForTheEnd();
        }
        if (!("Bearer " + API_KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            problem(exchange, 401, "unknown_api_key");
        } else if (!refusal.isEmpty()) {
            problem(exchange, refusal.equals("internal_error") ? 500 : 409, refusal);
        } else if (path.equals("/events")) {
            tell(exchange, query == null ? 0 : Integer.parseInt(query.substring("after=".length())));
        } else if (path.equals("/payment-method")) {
            send(exchange, 200, METHOD);
        } else if (path.equals("/payments")) {
            make(exchange, exchange.getRequestHeaders().getFirst("Idempotency-Key"), Example.read(body));
        } else if (path.endsWith("/cancel")) {
            cancel(exchange, path.split("/")[2]);
        } else {
            show(exchange, path.substring("/payments/".length()));
        }
    }

    private void tell(HttpExchange exchange, int after) throws IOException {
        if (rubbish) {
            send(exchange, 200, "<html>Bad gateway</html>");
        } else if (forgetful && after > 0) {
            forgetful = false;
            problem(exchange, 410, "unknown_cursor");
        } else {
            String event = after < events.size() ? new String(events.get(after), StandardCharsets.UTF_8) : "";
            int next = Math.min(after + 1, events.size());
            send(
                    exchange,
                    200,
                    "{\"events\": [" + event + "], \"cursor\": \"" + next + "\", \"hasMore\": " + (next < events.size())
                            + "}");
        }
    }

    private void make(HttpExchange exchange, String key, JsonObject request) throws IOException {
        JsonObject first = requests.putIfAbsent(key, request);
        if (first != null && !first.equals(request)) {
            problem(exchange, 422, "idempotency_key_reused");
            return;
        }
        String id = "pay_" + key.substring(0, 8);
        payments.computeIfAbsent(
                id,
                made -> Json.createObjectBuilder(Example.payment().json())
                        .addAll(Json.createObjectBuilder(request))
                        .add("id", made)
                        .add("checkoutUrl", "https://shop.example/imtoken/pay/" + made)
                        .build());
        beforeAnswer.run();
        if (silent) {
            waitForTheEnd();
        }
        send(exchange, first == null ? 201 : 200, payments.get(id).toString());
    }

    private void cancel(HttpExchange exchange, String id) throws IOException {
        switch (payments.get(id).getString("status")) {
            case "awaiting" -> {
                stands(id, "cancelled");
                beforeAnswer.run();
                show(exchange, id);
            }
            case "underpaid", "confirming" -> problem(exchange, 409, "payment_detected");
            default -> problem(exchange, 409, "not_open");
        }
    }

    private void show(HttpExchange exchange, String id) throws IOException {
        if (payments.containsKey(id)) {
            send(exchange, 200, payments.get(id).toString());
        } else {
            problem(exchange, 404, "payment_not_found");
        }
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void problem(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, "{\"code\": \"" + code + "\", \"detail\": \"as told\", \"requestId\": \"r1\"}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static final String METHOD = """
            {"assets": [
              {"asset": "eip155:31337/slip44:60", "symbol": "ETH", "chain": "eip155:31337", "network": "Devnet",
               "test": true}]}""";
}
