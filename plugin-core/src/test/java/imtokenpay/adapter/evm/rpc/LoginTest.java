package imtokenpay.adapter.evm.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import imtokenpay.chain.watch.ChainUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A node that wants to know who asks, and does not let him in.
class LoginTest {
    private static final String LOGIN = "Basic c2hvcDpzM2NyZXQ=";

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whoever_is_not_let_in_is_told_what_to_correct_and_no_secret_is_repeated(int status) throws IOException {
        var said = new AtomicReference<String>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            said.set(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        try (var endpoint = new RpcEndpoint(address, Map.of("Authorization", LOGIN), Instant::now)) {
            var refused = assertThrows(ChainUnavailable.class, () -> endpoint.ask(List.of(RpcCall.chainId())));
            assertEquals(LOGIN, said.get());
            assertEquals(ChainUnavailable.Reason.UNREACHABLE, refused.reason());
            assertTrue(refused.getMessage().contains(status + ": it does not let us in"), refused.getMessage());
            assertFalse(refused.getMessage().contains("c2hv"), refused.getMessage());
        } finally {
            server.stop(0);
        }
    }
}
