package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.money.ChainId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredExplorersTest {
    private static final String KEY = "explorer";

    @Test
    void a_well_known_chain_has_the_explorer_that_people_know() {
        assertEquals(Optional.of("https://etherscan.io/tx/0xab"), page("eip155:1", Map.of()));
        assertEquals(Optional.of("https://tronscan.org/#/transaction/0xab"), page("tron:0x2b6653dc", Map.of()));
    }

    @Test
    void another_chain_has_none_until_one_is_named() {
        assertEquals(Optional.empty(), page("eip155:31337", Map.of()));
        assertEquals(
                Optional.of("https://scan.example/0xab?a=b"),
                page("eip155:31337", Map.of(KEY, "https://scan.example/{tx}?a=b")));
    }

    @Test
    void the_integrator_can_do_without() {
        assertEquals(Optional.empty(), page("eip155:1", Map.of(KEY, "none")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://scan.example/", "http://scan.example/{tx}", "javascript:alert({tx})", "{tx}", "a b{tx}"
            })
    void what_is_no_page_on_the_web_is_refused(String wrong) {
        var complaint = assertThrows(IllegalArgumentException.class, () -> page("eip155:1", Map.of(KEY, wrong)))
                .getMessage();
        assertTrue(complaint.contains("imtoken.network.main.explorer must be an https address with {tx}"), complaint);
    }

    private static Optional<String> page(String chain, Map<String, String> more) {
        var network = new HashMap<>(Map.of("chain", chain, "name", "Any", "rpc-url", "https://node.example"));
        more.forEach((key, text) -> network.put(key, text));
        try (var networks = Configured.of(network, Map.of()).networks(Map.of())) {
            return networks.transaction(new ChainId(chain), "0xab");
        }
    }
}
