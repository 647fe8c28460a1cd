package imtokenpay.adapter.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is kept stands below what the integrator writes, and only what changes is made anew.
class KeptSettingsTest {
    private static final Map<String, String> CONFIGURED = Map.of(
            "imtoken.networks",
            "one",
            "imtoken.network.one.name",
            "Ours",
            "imtoken.network.one.chain",
            "eip155:1",
            "imtoken.network.one.rpc-url",
            "https://one.example");
    private static final Map<String, String> KEPT = Map.of(
            "imtoken.networks",
            "two",
            "imtoken.network.two.name",
            "Two",
            "imtoken.network.two.chain",
            "eip155:10",
            "imtoken.network.two.rpc-url",
            "https://two.example",
            "imtoken.network.one.name",
            "Stolen");

    @Test
    void the_integrators_word_counts_and_names_of_both_are_there() {
        var settings = settings(KEPT);
        assertEquals("Ours", settings.text("imtoken.network.one.name"));
        assertEquals("Two", settings.text("imtoken.network.two.name"));
        assertEquals(List.of("one", "two"), settings.names("imtoken.networks"));
        assertEquals(List.of("one"), settings.list("imtoken.networks"));
        assertTrue(settings.isConfigured("imtoken.network.one.name"));
        assertTrue(!settings.isConfigured("imtoken.network.two.name"));
    }

    @Test
    void a_network_that_stays_the_same_is_the_same_one_and_goes_on() {
        var clock = InstantSource.system();
        try (var before = new ConfiguredNetworks(settings(KEPT), clock)) {
            var changed = new HashMap<>(KEPT);
            changed.put("imtoken.network.two.rpc-url", "https://other.example");
            try (var after = before.with(settings(changed), clock)) {
                assertSame(before.all().get(0).reader(), after.all().get(0).reader());
                assertNotSame(before.all().get(1).reader(), after.all().get(1).reader());
                assertEquals(before.all().get(0), after.all().get(0), "its timer goes on");
                assertEquals(before.node(), after.node(), "its lease goes on");
            }
        }
    }

    @Test
    void two_networks_of_one_chain_are_refused() {
        var twice = new HashMap<>(KEPT);
        twice.put("imtoken.network.two.chain", "eip155:1");
        var words = assertThrows(
                        IllegalArgumentException.class,
                        () -> new ConfiguredNetworks(settings(twice), InstantSource.system()))
                .getMessage();
        assertEquals(
                "Configuration: imtoken.network.two.chain names eip155:1, which another network names already", words);
    }

    private static Settings settings(Map<String, String> kept) {
        return new Settings(new Keys(CONFIGURED)).above(kept);
    }
}
