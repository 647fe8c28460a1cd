package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.demo.Keys;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import imtokenpay.outside.Browser;
import imtokenpay.outside.Shop;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.Ports;
import imtokenpay.shapes.ShapeWars;
import imtokenpay.shapes.StandIn;
import imtokenpay.shapes.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The adapter in stores of every make, on one server: what they answer to the plugin, and what becomes of an order.
/// The plugin is a stand-in, which can be told to be silent; `StoryIT` has the real one.
class StoresIT {
    private static final int FIRST_PORT = 18_500;
    private static final int DELIVERIES = 64;
    private static final int BOOK = 1;
    private static final String ETH = "eip155:31337/slip44:60";
    private static final Duration LONGER_THAN_USUAL = Duration.ofSeconds(1);
    private static final int LOOKS = 20;
    private static final Keys KEYS = Keys.fresh();
    private static final StandIn PLUGIN = new StandIn();

    private static @Nullable PayaraMicro server;
    private static URI base = URI.create("http://127.0.0.1");

    @BeforeAll
    static void server_is_ready() {
        Built built = Built.here();
        Path home = Folder.fresh(built.root().resolve("src-it/journeys/target/stores"));
        int port = Ports.freeFrom(FIRST_PORT);
        base = URI.create("http://127.0.0.1:" + port);
        ShapeWars wars = new ShapeWars(built, home);
        List<Path> files = List.of(
                built.shopWar(),
                wars.plain(),
                wars.complete(),
                wars.guarded(),
                wars.hibernate(),
                wars.beanManaged(),
                wars.smiling());
        List<String> roots =
                List.of("/shop", "/plain", "/complete", "/guarded", "/hibernate", "/bean-managed", "/smiling");
        server = PayaraMicro.start(new Boot(home, port, settings()), built, files, roots);
        server.awaitReady(() -> shop().open() && times("smiling", "none").equals("-1"), line -> {});
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(server).close();
        PLUGIN.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "complete", "guarded", "hibernate", "bean-managed", "smiling"})
    void a_store_of_any_make_applies_a_webhook_once_and_refuses_a_wrong_signature(String make) {
        String order = placed(make, "A1");
        Webhook webhook = webhook(order);
        assertEquals(401, webhook.signedWith(Keys.fresh().webhookSecret()).sendTo(store(make)));
        assertEquals("0", times(make, order));
        assertEquals(204, webhook.sendTo(store(make)));
        assertEquals(204, webhook.sendTo(store(make)));
        assertEquals("1", times(make, order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "hibernate", "bean-managed", "smiling"})
    void a_webhook_before_the_stores_commit_is_told_to_come_again_and_then_applied(String make) {
        List<Integer> answers = new ArrayList<>();
        PLUGIN.beforeAnswer(order -> answers.add(webhook(order).sendTo(store(make))));
        String order;
        try {
            order = placed(make, "B1");
        } finally {
            PLUGIN.beforeAnswer(name -> {});
        }
        assertEquals(List.of(500), answers);
        assertEquals("0", times(make, order));
        assertEquals(204, webhook(order).sendTo(store(make)));
        assertEquals("1", times(make, order));
    }

    @Test
    void a_store_that_asks_for_a_login_everywhere_does_so() {
        assertEquals(401, new Browser().see(URI.create(store("guarded") + "/")).status());
    }

    @Test
    void one_event_delivered_64_times_at_once_is_applied_once() throws Exception {
        String order = placed("plain", "C1");
        Webhook webhook = webhook(order);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> deliveries = Collections.nCopies(DELIVERIES, () -> webhook.sendTo(store("plain")));
            for (Future<Integer> answer : threads.invokeAll(deliveries)) {
                assertTrue(answer.get() == 204 || answer.get() == 500, () -> "answered " + answer.resultNow());
            }
        }
        assertEquals("1", times("plain", order));
        assertEquals(204, webhook.sendTo(store("plain")));
        assertEquals("1", times("plain", order));
    }

    @Test
    void a_listener_that_throws_rolls_back_both_sides_and_the_retry_applies_once() {
        String order = paying();
        shop().stumbleAt(order);
        assertEquals(500, webhook(order).sendTo(shop().base()));
        assertEquals("NEW", shop().statusOf(order));
        assertEquals(204, webhook(order).sendTo(shop().base()));
        assertEquals(204, webhook(order).sendTo(shop().base()));
        assertEquals("PAID", shop().statusOf(order));
        assertEquals("", shop().noteOn(order), "not paid twice");
    }

    @Test
    void what_is_altered_signed_by_somebody_else_or_old_is_refused_and_changes_nothing() {
        String order = paying();
        Webhook webhook = webhook(order);
        assertEquals(401, webhook.altered("settled", "expired").sendTo(shop().base()));
        assertEquals(401, webhook.signedWith(Keys.fresh().webhookSecret()).sendTo(shop().base()));
        assertEquals(401, webhook.sentAt(Instant.now().minusSeconds(600)).sendTo(shop().base()));
        assertEquals(401, webhook.sentAt(Instant.now().plusSeconds(600)).sendTo(shop().base()));
        assertEquals("NEW", shop().statusOf(order));
    }

    @Test
    void the_files_of_the_tags_are_no_pages_of_the_store() {
        for (String file : List.of("pay", "choice", "status")) {
            for (String page : List.of(file, file + ".xhtml")) {
                assertEquals(
                        404,
                        new Browser()
                                .see(URI.create(shop().base() + "/imtoken/" + page))
                                .status(),
                        page);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StandIn.Condition.class,
            names = {"SILENT", "DOWN"})
    void without_the_plugin_the_page_comes_soon_says_so_and_offers_what_else_there_is(StandIn.Condition condition) {
        String order = paying();
        Duration limit = LONGER_THAN_USUAL.plus(Collections.max(looks(order)));
        PLUGIN.becomes(condition);
        try {
            Duration first = Collections.max(looks(order));
            assertTrue(first.compareTo(limit) < 0, () -> "a page took " + first + ", not less than " + limit);
            Answer page = awaitPage(order, "imtoken-away");
            assertTrue(page.text().contains("give-up"), page::text);
            Duration slowest = Collections.max(looks(order));
            assertTrue(slowest.compareTo(limit) < 0, () -> "a page took " + slowest + ", not less than " + limit);
        } finally {
            PLUGIN.becomes(StandIn.Condition.WELL);
        }
        awaitPage(order, "imtoken-asset");
    }

    /// How long each of some looks at the order's page takes.
    private static List<Duration> looks(String order) {
        return Stream.generate(() -> {
                    long start = System.nanoTime();
                    shop().page(order);
                    return Duration.ofNanos(System.nanoTime() - start);
                })
                .limit(LOOKS)
                .toList();
    }

    private static Answer awaitPage(String order, String mark) {
        return Await.value(
                mark,
                Duration.ofSeconds(60),
                () -> Optional.of(shop().page(order)).filter(page -> page.text().contains(mark)));
    }

    private static Map<String, String> settings() {
        return Map.of(
                "imtoken.shop.base-url", PLUGIN.baseUrl(),
                "imtoken.shop.api-key", KEYS.apiKey(),
                "imtoken.shop.webhook-secret", KEYS.webhookSecret());
    }

    private static Shop shop() {
        return new Shop(URI.create(base + "/shop"));
    }

    private static URI store(String make) {
        return URI.create(base + "/" + make);
    }

    /// An order of the sample that is being paid.
    private static String paying() {
        String order = shop().order(BOOK, 1);
        shop().pay(order, ETH);
        return order;
    }

    private static String placed(String make, String name) {
        String order = make + "-" + name;
        new Browser()
                .submit(URI.create(store(make) + "/door"), Map.of("order", order))
                .expect(200);
        return order;
    }

    private static String times(String make, String order) {
        return new Browser()
                .see(URI.create(store(make) + "/door?order=" + order))
                .text();
    }

    private static Webhook webhook(String order) {
        return Webhook.of(KEYS.webhookSecret(), PLUGIN.settled(order));
    }
}
