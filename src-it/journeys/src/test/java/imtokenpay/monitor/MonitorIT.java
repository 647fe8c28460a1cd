package imtokenpay.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.story.Devnet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Health and metrics of the WAR as built, set up as docs/operate.md says.
class MonitorIT {
    private static final Watched WATCHED = Watched.open();

    @AfterAll
    static void stop() {
        WATCHED.close();
    }

    @Test
    void a_plugin_that_works_is_started_live_and_ready() {
        for (String kind : List.of("started", "live", "ready")) {
            String answer = WATCHED.atMonitoring("/health/" + kind).expect(200).text();
            assertTrue(answer.contains("\"imtoken-pay-"), answer);
        }
        assertEquals(
                1,
                WATCHED.check("imtoken-pay-started").path("data").path("chains").asInt());
        var chains = WATCHED.check("imtoken-pay-chains").path("data");
        assertTrue(chains.path(Devnet.CHAIN + " secondsSinceCaughtUp").asInt() < 60, chains.toString());
        assertEquals(0, chains.path(Devnet.CHAIN + " blocksBehind").asInt());
    }

    @Test
    void whoever_shops_sees_neither_health_nor_metrics() {
        for (String page : List.of("/health", "/health/ready", "/health/live", "/health/started", "/metrics")) {
            assertEquals(404, WATCHED.atShop(page).status(), page);
            assertFalse(List.of(404, 500).contains(WATCHED.atMonitoring(page).status()), page);
        }
    }

    @Test
    void the_port_for_those_who_watch_opens_neither_shop_nor_plugin() {
        assertEquals(404, WATCHED.atMonitoring("/shop/").status());
        assertEquals(404, WATCHED.atMonitoring("/imtoken/admin/login").status());
    }

    @Test
    void health_names_no_node() {
        String told = WATCHED.atMonitoring("/health").text();
        assertFalse(told.contains("http"), told);
        assertFalse(told.contains("127.0.0.1"), told);
    }
}
