package imtokenpay.devnet.wallet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import imtokenpay.devnet.rpc.RpcFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The wallet behind a button: a checkout page of the demo posts its own address here, and the wallet pays it.
/// Listens on 127.0.0.1 only.
public final class DevWalletServer implements AutoCloseable {
    private static final int BODY_MAX = 8192;
    private static final String FIELD = "checkout=";

    private final Wallets wallet;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private DevWalletServer(Wallets wallet, HttpServer server) {
        this.wallet = wallet;
        this.server = server;
    }

    /// @param port 0 picks a free one
    public static DevWalletServer start(int port, Wallets wallet) {
        try {
            InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            DevWalletServer door = new DevWalletServer(wallet, HttpServer.create(here, 0));
            door.server.setExecutor(door.threads);
            door.server.createContext("/", door::answer);
            door.server.start();
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be opened: " + e.getMessage(), e);
        }
    }

    /// Where the wallet listens; its button is at `/pay`.
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String what =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            switch (what) {
                case "GET /" -> show(exchange, 200, WalletPages.home(wallet.address()));
                case "POST /pay" -> pay(exchange);
                default -> show(exchange, 404, WalletPages.refused("There is no such page here.", ""));
            }
        }
    }

    private void pay(HttpExchange exchange) throws IOException {
        Optional<URI> checkout = checkout(exchange.getRequestBody().readNBytes(BODY_MAX));
        if (checkout.isEmpty()) {
            String why = "The wallet pays checkout pages on this computer only (http on 127.0.0.1 or localhost).";
            show(exchange, 400, WalletPages.refused(why, ""));
            return;
        }
        String back = checkout.get().toASCIIString();
        try {
            wallet.payCheckout(checkout.get());
            exchange.getResponseHeaders().set("Location", back);
            exchange.sendResponseHeaders(303, -1);
        } catch (WalletRefusal e) {
            show(exchange, 409, WalletPages.refused(String.valueOf(e.getMessage()), back));
        } catch (RpcFailure e) {
            show(exchange, 502, WalletPages.refused("The chain did not take it: " + e.getMessage(), back));
        }
    }

    private static Optional<URI> checkout(byte[] form) {
        return Arrays.stream(new String(form, StandardCharsets.UTF_8).split("&"))
                .filter(field -> field.startsWith(FIELD))
                .findFirst()
                .flatMap(field -> decoded(field.substring(FIELD.length())))
                .flatMap(Browser::local);
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void show(HttpExchange exchange, int status, String html) throws IOException {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
