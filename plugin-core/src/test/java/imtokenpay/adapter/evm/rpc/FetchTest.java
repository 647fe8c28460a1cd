package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FetchTest {
    private static final int BYTES_MAX = 1_000;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    private volatile Map<String, String> headers = Map.of();
    private volatile boolean hangs;
    private HttpServer server;

    @BeforeEach
    void starts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(ForkJoinPool.commonPool());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Some-Key"));
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length + (hangs ? 1 : 0));
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            if (hangs) {
                await();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void what_stands_at_an_address_is_read() throws IOException {
        try (var fetch = fetch(Duration.ofSeconds(10))) {
            var fetched = fetch.read();
            assertEquals(200, fetched.status());
            assertEquals("{}", new String(fetched.body(), StandardCharsets.UTF_8));
        }
        assertEquals(List.of("GET /prices?of=ether secret"), asked);
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        status = 302;
        headers = Map.of("Location", "/elsewhere");
        try (var fetch = fetch(Duration.ofSeconds(10))) {
            assertEquals(302, fetch.read().status());
        }
        assertEquals(1, asked.size());
    }

    @Test
    void a_long_answer_is_cut_off_packed_or_not() throws IOException {
        body = new byte[BYTES_MAX + 1];
        try (var fetch = fetch(Duration.ofSeconds(10))) {
            assertThrows(Fetch.TooLong.class, fetch::read);
            body = new byte[BYTES_MAX];
            assertEquals(BYTES_MAX, fetch.read().body().length);
            body = packed(new byte[1_000_000]);
            headers = Map.of("Content-Encoding", "gzip");
            assertTrue(body.length <= 1_100, "short on the wire");
            assertThrows(Fetch.TooLong.class, fetch::read);
        }
    }

    @Test
    @Timeout(10)
    void a_body_that_does_not_end_is_not_waited_for() {
        hangs = true;
        try (var fetch = fetch(Duration.ofMillis(300))) {
            var late = assertThrows(IOException.class, fetch::read);
            assertEquals("no whole answer within 300 ms", late.getMessage());
        }
    }

    private Fetch fetch(Duration deadline) {
        var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/prices?of=ether";
        return new Fetch(URI.create(address), Map.of("Some-Key", "secret"), BYTES_MAX, deadline);
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] packed(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }
}
