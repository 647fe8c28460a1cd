package imtokenpay.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import imtokenpay.outside.Await;
import imtokenpay.server.Built;
import imtokenpay.story.Devnet;
import imtokenpay.story.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Health and metrics of the WAR as built, set up as docs/operate.md says.
class MonitorIT {
    private static final Watched WATCHED = Watched.open();
    private static Optional<Prometheus> prometheus = Optional.empty();
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final String APPLICATION = "mp_scope=\"application\"";
    private static final String CHAIN = "chain=\"" + Devnet.CHAIN + "\"," + APPLICATION;
    private static final Pattern ROW = Pattern.compile("^\\| `(imtoken_pay_\\w+)` \\| ([^|]*?) \\|");
    private static final String ETH = "asset=\"ETH\"," + CHAIN;

    @BeforeAll
    static void a_day_in_the_shop() {
        prometheus = WATCHED.byPrometheus();
        WATCHED.play(Scene.AN_ORDER_PAID_IN_FULL_WITH_ETH_BECOMES_PAID);
        WATCHED.play(Scene.AN_ORDER_PAID_IN_FULL_WITH_USDT_BECOMES_PAID);
        WATCHED.play(Scene.AN_ORDER_CANCELLED_BY_THE_SHOPPER_IS_ROLLED_BACK);
        WATCHED.play(Scene.A_WRONG_AMOUNT_GOES_TO_THE_INBOX_AND_PAYS_NO_ORDER);
        WATCHED.play(Scene.A_REORG_THAT_REMOVES_THE_PAYMENT_TAKES_IT_BACK);
        WATCHED.play(Scene.BAD_INPUT_IS_REFUSED_CLEARLY_AND_CHANGES_NOTHING);
        WATCHED.play(Scene.AN_UNREACHABLE_NODE_CHANGES_NOTHING);
        WATCHED.play(Scene.A_NODE_THAT_ANSWERS_NONSENSE_CHANGES_NOTHING);
        WATCHED.play(Scene.AN_UNPAID_ORDER_EXPIRES_AND_IS_ROLLED_BACK);
    }

    @AfterAll
    static void stop() {
        prometheus.ifPresent(Prometheus::close);
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
    void a_node_that_is_away_leaves_the_plugin_live_but_not_ready() {
        JsonNode payment = WATCHED.asksInEth();
        WATCHED.stage().devnet().wire().cut();
        try {
            Await.until(
                    "the plugin is not ready",
                    AWAY,
                    () -> WATCHED.atMonitoring("/health/ready").status() == 503);
            assertEquals(
                    "DOWN", WATCHED.check("imtoken-pay-chains").path("status").asString());
            assertEquals(
                    "UP", WATCHED.check("imtoken-pay-database").path("status").asString());
            WATCHED.atMonitoring("/health/live").expect(200);
            WATCHED.atMonitoring("/health/started").expect(200);
        } finally {
            WATCHED.stage().devnet().wire().mend();
        }
        Await.until(
                "the plugin is ready again",
                AWAY,
                () -> WATCHED.atMonitoring("/health/ready").status() == 200);
        WATCHED.server().plugin().cancel(payment.path("id").asString()).expect(200);
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
    void docs_operate_lists_just_the_figures_that_are_served() throws IOException {
        Set<String> listed = Files.readString(Built.here().root().resolve("docs/operate.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1) + " " + row.group(2).replace("`", "").replace(", ", ","))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(String.join("\n", WATCHED.figures().shapes()), String.join("\n", listed));
    }

    @Test
    void what_counts_is_what_the_stores_were_told() {
        Figures figures = WATCHED.figures();
        for (String outcome : List.of("settled", "expired", "cancelled", "unresolved", "closed", "reversed")) {
            assertEquals(
                    told("payment." + outcome),
                    figures.sum("imtoken_pay_payments_ended_total", "outcome=\"" + outcome + "\""),
                    outcome);
        }
        assertTrue(told("payment.settled") > 2);
        assertEquals(told("payment.settled"), figures.sum("imtoken_pay_payment_settle_seconds_count", CHAIN));
        assertEquals(
                WATCHED.server()
                        .plugin()
                        .see("payments")
                        .json()
                        .path("payments")
                        .size(),
                figures.sum("imtoken_pay_payments_opened_total", CHAIN));
        assertEquals(1, figures.sum("imtoken_pay_api_refusals_total", "code=\"no_rate\""));
    }

    // Events of that type that the store can read, all of which were committed.
    private static long told(String type) {
        return StreamSupport.stream(
                        WATCHED.server()
                                .plugin()
                                .events("")
                                .json()
                                .path("events")
                                .spliterator(),
                        false)
                .filter(event -> event.path("type").asString().equals(type))
                .count();
    }

    @Test
    void a_reorg_of_three_blocks_is_seen_as_one() {
        assertEquals(1, WATCHED.figures().sum("imtoken_pay_chain_reorgs_total", CHAIN));
        assertEquals(3, WATCHED.figures().sum("imtoken_pay_chain_reorg_blocks_total", CHAIN));
    }

    @Test
    void what_is_there_now_is_counted_now() {
        Figures figures = WATCHED.figures();
        assertEquals(1, figures.sum("imtoken_pay_chain_lease_held", CHAIN));
        assertEquals(0, figures.sum("imtoken_pay_webhook_parked_events", APPLICATION));
        assertEquals(8, figures.sum("imtoken_pay_slots_free", ETH.replace("ETH", "USDT")), "one of nine is taken");
        assertEquals(0, figures.sum("imtoken_pay_rate_source_up", APPLICATION + ",source=\"kraken\""));
    }

    @Test
    void the_figures_name_no_order_no_address_and_no_secret() {
        String served = WATCHED.atMonitoring("/metrics").text();
        List<String> ours =
                served.lines().filter(line -> line.startsWith("imtoken_pay_")).toList();
        for (String never : List.of("0x", "=\"pay_", "evt_", "sk_", "whsec_", "jdbc:", "http:", "demo", "books")) {
            assertEquals(
                    List.of(),
                    ours.stream().filter(line -> line.contains(never)).toList(),
                    never);
        }
    }

    @Test
    void every_panel_of_the_dashboard_shows_something() {
        Prometheus watching = prometheus();
        assertTrue(Shipped.questions().size() > 30);
        assertEquals(
                List.of(),
                Shipped.questions().stream()
                        .filter(question -> !watching.tells(question.expression()))
                        .toList());
    }

    @Test
    void every_alert_is_made_of_figures_that_are_there() {
        Prometheus watching = prometheus();
        assertTrue(Shipped.figuresOfAlerts().contains("memory_usedHeap_bytes"));
        assertEquals(
                List.of(),
                Shipped.figuresOfAlerts().stream()
                        .filter(figure -> !watching.tells(figure))
                        .toList());
        Await.until(
                "all rules were worked out",
                Duration.ofSeconds(30),
                () -> watching.brokenRules().isEmpty());
    }

    @Test
    void only_what_is_wrong_raises_an_alert() {
        List<String> alerts = prometheus().alerts();
        assertTrue(alerts.contains("ImtokenPayRateSourceDown"), "nobody answers for kraken: " + alerts);
        List<String> wrong = alerts.stream()
                .filter(name ->
                        name.matches("ImtokenPay(Down|Not.*|.*Silent|.*Dead|.*Stalled|.*Behind|.*Reads|Reversed)"))
                .toList();
        assertEquals(List.of(), wrong);
    }

    private static Prometheus prometheus() {
        assumeTrue(prometheus.isPresent(), "no program prometheus");
        return prometheus.orElseThrow();
    }

    @Test
    void no_secret_is_told_to_log_figures_or_health() {
        String log = String.join("\n", WATCHED.server().log());
        for (String told : List.of("gives no usable answer", "coingecko", "payment pay_")) {
            assertTrue(log.contains(told), "the log tells of it, so it could have told too much: " + told);
        }
        String figures = WATCHED.atMonitoring("/metrics").text();
        String health = WATCHED.atMonitoring("/health").text();
        assertTrue(WATCHED.server().secrets().size() >= 5);
        for (String secret : WATCHED.server().secrets()) {
            assertFalse((log + figures + health).contains(secret), "a secret is told: " + secret);
        }
    }

    @Test
    void health_names_no_node() {
        String told = WATCHED.atMonitoring("/health").text();
        assertFalse(told.contains("http"), told);
        assertFalse(told.contains("127.0.0.1"), told);
    }
}
