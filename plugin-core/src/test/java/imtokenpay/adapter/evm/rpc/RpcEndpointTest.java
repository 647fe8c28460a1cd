package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.chain.watch.ChainUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpcEndpointTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int status = 200;
    private volatile byte[] body = new byte[0];
    private volatile Map<String, String> headers = Map.of();
    private volatile Map<String, List<String>> asked = Map.of();
    private HttpServer server;
    private RpcEndpoint endpoint;

    @BeforeEach
    void starts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            asked = Map.copyOf(exchange.getRequestHeaders());
            exchange.getRequestBody().readAllBytes();
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        endpoint = new RpcEndpoint(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"),
                Map.of("Some-Key", "secret"),
                now::get);
    }

    @AfterEach
    void stops() {
        endpoint.close();
        server.stop(0);
    }

    @Test
    void what_every_request_shall_carry_is_carried() {
        answers("[{\"id\":0,\"result\":\"0xa\"}]");
        endpoint.ask(List.of(RpcCall.chainId()));
        assertEquals(List.of("secret"), asked.get("Some-key"));
        assertEquals(List.of("application/json"), asked.get("Content-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":1,\"result\":\"0xb\"},{\"id\":0,\"result\":\"0xa\"}]",
                "[{\"result\":\"0xb\",\"x\":[{}],\"id\":1},{\"result\":\"0xa\",\"error\":null,\"id\":0},{\"id\":9}]",
                "  [ { \"extra\" : [[1]] , \"id\":0,\"result\": \"0xa\"}\n,{\"result\":\"0xb\",\"id\":1}]  "
            })
    void each_call_gets_its_own_answer_wherever_its_id_stands(String text) {
        answers(text);
        var first = RpcCall.chainId();
        var second = RpcCall.chainId();
        var answers = endpoint.ask(List.of(first, second));
        assertEquals("0xa", answers.of(first));
        assertEquals("0xb", answers.of(second));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":0,\"result\":\"0xa\"},{\"id\":0,\"result\":\"0xa\"}]",
                "[{\"id\":0,\"result\":\"0xa\"}] []",
                "[{\"id\":0,\"result\":\"0xa\"}",
                "[{\"id\":\"0\",\"result\":\"0xa\"}]",
                "[{\"id\":0.0,\"result\":\"0xa\"}]",
                "[{\"id\":99999999999999999999,\"result\":\"0xa\"}]",
                "[{\"id\":0}]",
                "[[]]",
                "[{\"id\":0,\"result\":null,\"error\":{\"code\":-32000,\"message\":\"limit\"}}]",
                "[{\"error\":\"odd\",\"id\":0}]",
                "[{\"id\":0,\"result\":\"0xa\",\"other\":\"\\c\"}]"
            })
    void an_answer_that_is_not_whole_is_none(String text) {
        answers(text);
        assertThrows(ChainUnavailable.class, () -> endpoint.ask(List.of(RpcCall.chainId())));
    }

    @Test
    void what_a_reader_does_not_foresee_is_no_matter_of_the_connection() {
        answers("[{\"id\":0,\"result\":\"0xa\"}]");
        RpcCall<Integer> call = RpcCall.of("eth_gasPrice", List.of(), tokens -> Integer.parseInt("secret"));
        var thrown = assertThrows(ChainUnavailable.class, () -> endpoint.ask(List.of(call)));
        assertEquals(ChainUnavailable.Reason.NOT_UNDERSTOOD, thrown.reason());
        assertEquals("the node's answer is not understood (NumberFormatException)", thrown.getMessage());
    }

    @Test
    void a_call_that_may_be_refused_has_another_result_then() {
        answers("[{\"result\":null,\"error\":{\"code\":-32000,\"message\":\"gone\"},\"id\":0}]");
        var call = RpcCall.chainId().orElse("none");
        assertEquals("none", endpoint.ask(List.of(call)).of(call));
    }

    @Test
    void an_answer_may_be_packed() throws IOException {
        headers = Map.of("Content-Encoding", "gzip");
        body = packed("[{\"id\":0,\"result\":\"0xa\"}]".getBytes(StandardCharsets.UTF_8));
        var call = RpcCall.chainId();
        assertEquals("0xa", endpoint.ask(List.of(call)).of(call));
        body = new byte[] {1, 2, 3};
        assertThrows(ChainUnavailable.class, () -> endpoint.ask(List.of(call)));
    }

    @Test
    void a_small_packed_answer_that_unpacks_to_a_huge_one_is_cut_off() throws IOException {
        headers = Map.of("Content-Encoding", "gzip");
        body = packed(new byte[RpcEndpoint.BODY_BYTES_MAX + 1]);
        assertTrue(body.length < 100_000);
        var trouble = assertThrows(ChainUnavailable.class, () -> endpoint.ask(List.of(RpcCall.chainId())));
        assertInstanceOf(Refused.class, trouble);
    }

    // A shop in the same server may keep all of the JVM's common threads busy; ours must not wait for them.
    @Test
    @Timeout(30)
    void an_answer_comes_while_the_common_threads_are_busy_with_something_else() {
        var gate = new CountDownLatch(1);
        var busy = ForkJoinPool.commonPool();
        IntStream.rangeClosed(0, busy.getParallelism()).forEach(any -> busy.execute(() -> awaits(gate)));
        try {
            answers("[{\"id\":0,\"result\":\"0xa\"}]");
            var call = RpcCall.chainId();
            assertEquals("0xa", endpoint.ask(List.of(call)).of(call));
        } finally {
            gate.countDown();
        }
    }

    @Test
    void a_node_that_asks_for_a_pause_gets_it() {
        status = 429;
        headers = Map.of("Retry-After", "30");
        assertThrows(ChainUnavailable.class, this::ask);
        status = 200;
        answers("[{\"id\":0,\"result\":\"0xa\"}]");
        now.set(now.get().plusSeconds(29));
        assertThrows(ChainUnavailable.class, this::ask);
        assertEquals(1, requests.get());
        now.set(now.get().plusSeconds(1));
        ask();
        assertEquals(2, requests.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mon, 23 Nov 2026 10:01:00 GMT", "999999999", "60"})
    void a_pause_lasts_two_minutes_at_most_however_it_is_asked_for(String length) {
        status = 503;
        headers = Map.of("Retry-After", length);
        assertThrows(ChainUnavailable.class, this::ask);
        now.set(now.get().plusSeconds(59));
        assertThrows(ChainUnavailable.class, this::ask);
        assertEquals(1, requests.get());
        now.set(now.get().plusSeconds(61));
        assertThrows(ChainUnavailable.class, this::ask);
        assertEquals(2, requests.get());
    }

    @Test
    void a_pause_that_is_not_understood_is_none() {
        status = 429;
        headers = Map.of("Retry-After", "soon");
        assertThrows(ChainUnavailable.class, this::ask);
        assertThrows(ChainUnavailable.class, this::ask);
        assertEquals(2, requests.get());
    }

    private static void awaits(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void an_answer_that_ends_too_soon_is_none() throws Exception {
        for (var text : List.of("[{\"id\":0,\"result\":\"0xa\"}", "[{\"id\":0,\"result\":\"0xa\"}]")) {
            try (var node = new BrokenNode("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + text, false)) {
                assertThrows(ChainUnavailable.class, () -> ask(node.url()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[{\"id\":0,",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n[{\"id"
            })
    void a_node_that_falls_silent_is_waited_for_no_longer_than_the_deadline(String start) throws Exception {
        try (var node = new BrokenNode(start, true)) {
            assertInstanceOf(Refused.class, assertThrows(ChainUnavailable.class, () -> ask(node.url())));
            assertTrue(node.isLeft(), "the connection was closed");
        }
    }

    private static void ask(URI node) {
        try (var slow = new RpcEndpoint(new Post(node, Map.of(), 1_000), Instant::now, Duration.ofMillis(300))) {
            slow.ask(List.of(RpcCall.chainId()));
        }
    }

    private void ask() {
        endpoint.ask(List.of(RpcCall.chainId()));
    }

    private void answers(String text) {
        headers = Map.of();
        body = text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(out)) {
            packing.write(bytes);
        }
        return out.toByteArray();
    }
}
