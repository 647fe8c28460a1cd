package imtokenpay.devnet.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.devnet.rpc.Deadline;
import imtokenpay.devnet.rpc.RpcFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DevChainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void without_the_real_node_the_simulated_chain_starts_and_says_why(@TempDir Path empty) {
        Properties properties = new Properties();
        properties.setProperty("user.dir", empty.toString());
        AnvilBinary nowhere = new AnvilBinary(Map.of(), properties);
        try (DevChain chain = DevChain.start(nowhere, 0, Optional.empty())) {
            assertEquals("imtokenpay-paper-chain", chain.rpc().text("web3_clientVersion"));
            String text = chain.describe();
            assertTrue(text.startsWith("Simulated chain in this JVM at " + chain.rpcUrl() + ", because"), text);
            assertTrue(text.contains("run: npm ci --ignore-scripts"), text);
        }
    }

    @Test
    void the_real_node_is_preferred_and_described() {
        try (DevChain chain = DevChain.start(0, Optional.empty())) {
            assertTrue(
                    chain.describe().startsWith("Local Ethereum node anvil 1.7.1 at " + chain.rpcUrl()),
                    chain.describe());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void with_a_block_time_blocks_come_by_themselves(boolean real) {
        Optional<Duration> pace = Optional.of(Duration.ofSeconds(1));
        try (DevChain chain = real ? DevChain.anvil(0, pace) : DevChain.paper(0, pace)) {
            Deadline.until("two blocks", PATIENCE, () -> chain.control().head() >= 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_closed_chain_is_gone_and_its_port_free_again(boolean real) throws IOException {
        DevChain chain = real ? DevChain.anvil(0, Optional.empty()) : DevChain.paper(0, Optional.empty());
        int port = chain.rpcUrl().getPort();
        chain.close();
        assertThrows(RpcFailure.class, () -> chain.control().head());
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_taken_port_is_an_error_that_names_it(boolean real) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            RuntimeException failure = assertThrows(RuntimeException.class, () -> {
                DevChain chain = real ? DevChain.anvil(port, Optional.empty()) : DevChain.paper(port, Optional.empty());
                chain.close();
            });
            assertTrue(
                    String.valueOf(failure.getMessage()).contains(real ? "in use" : "Port " + port),
                    failure::getMessage);
        }
    }

    @Test
    void a_program_that_is_not_anvil_is_an_error_with_its_last_words() {
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> AnvilNode.start(Path.of("/bin/echo"), 0, Optional.empty()));
        List<String> wanted = List.of("anvil stopped at once with exit code 0", "--chain-id 31337");
        wanted.forEach(text -> assertTrue(String.valueOf(failure.getMessage()).contains(text), failure::getMessage));
    }
}
