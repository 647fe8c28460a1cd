package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.adapter.evm.heads.EvmHeads;
import imtokenpay.adapter.timer.LearntPace;
import imtokenpay.adapter.timer.ToldPace;
import imtokenpay.chain.watch.Heads;
import imtokenpay.flow.watch.WatchedChain;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may tell of a network's new blocks.
class ConfiguredHeadsTest {
    private static final String KEY = "imtoken.network.main.heads-url";

    @Test
    void without_an_address_everything_is_as_it_was() {
        var chain = chain(Map.of());
        assertEquals(new Heads.None(), chain.heads());
        assertInstanceOf(LearntPace.class, chain.pace());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss://node.example/v3/key", "ws://127.0.0.1:8545", "ws://localhost:8545", "ws://[::1]:1"})
    void a_safe_address_or_one_of_this_machine_is_taken(String address) {
        var chain = chain(Map.of(KEY, address));
        assertInstanceOf(EvmHeads.class, chain.heads());
        assertInstanceOf(ToldPace.class, chain.pace());
    }

    @Test
    void an_unsafe_address_of_another_machine_needs_a_word() {
        var address = "ws://node.example/v3/secret";
        assertEquals(
                "Configuration: " + KEY + " is plain ws to another machine: use wss, or set " + KEY + ".allow-ws=true",
                refused(address));
        assertInstanceOf(
                EvmHeads.class,
                chain(Map.of(KEY, address, KEY + ".allow-ws", "true")).heads());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://node.example/secret", "node.example", "wss:secret", "wss://", "wss://no de/secret"})
    void what_is_no_such_address_is_refused_without_repeating_it(String address) {
        var complaint = refused(address);
        assertTrue(complaint.endsWith("must be an absolute ws or wss address"), complaint);
        assertFalse(complaint.contains("secret"), complaint);
    }

    private static String refused(String address) {
        return assertThrows(IllegalArgumentException.class, () -> chain(Map.of(KEY, address)))
                .getMessage();
    }

    private static WatchedChain chain(Map<String, String> more) {
        var texts = new HashMap<>(more);
        texts.put("imtoken.networks", "main");
        texts.put("imtoken.network.main.chain", "eip155:1");
        texts.put("imtoken.network.main.name", "Ethereum");
        texts.put("imtoken.network.main.rpc-url", "http://127.0.0.1:1");
        try (var networks = new ConfiguredNetworks(new Settings(new Keys(texts)), InstantSource.system())) {
            return networks.all().getFirst();
        }
    }
}
