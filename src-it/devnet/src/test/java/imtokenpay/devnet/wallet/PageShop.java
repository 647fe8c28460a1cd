package imtokenpay.devnet.wallet;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A shop with one checkout page.
final class PageShop implements AutoCloseable {
    private final HttpServer server;

    PageShop(String html) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/pay/xyz", exchange -> {
            try (exchange) {
                byte[] body = html.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    URI checkout() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pay/xyz?locale=en&a=b");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
