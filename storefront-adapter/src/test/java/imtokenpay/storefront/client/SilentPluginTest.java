package imtokenpay.storefront.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.storefront.PaymentMethod;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A plugin that takes calls and does not answer them, which is worse than one that is down.
class SilentPluginTest {

    private static final int PAGES = 32;
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Duration PAGE_LIMIT = Duration.ofSeconds(1);

    private final Database database = new Database();
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Ledger ledger = new Ledger(database, clock::get);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.5", true);
    private final FakePlugin plugin;

    SilentPluginTest() throws IOException {
        plugin = new FakePlugin();
    }

    @BeforeEach
    void create() {
        ledger.create();
    }

    @AfterEach
    void close() {
        plugin.close();
        database.close();
    }

    @Test
    void pages_do_not_queue_behind_a_plugin_that_never_answered() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, PAGES, InetAddress.getLoopbackAddress())) {
            OrderPayments payments = payments("http://127.0.0.1:" + deaf.getLocalPort(), CALL_LIMIT);
            assertEquals(PaymentMethod.unavailable(), payments.paymentMethod());
            clock.updateAndGet(now -> now.plusSeconds(6));
            List<Callable<Duration>> pages = Collections.nCopies(PAGES, () -> {
                long start = System.nanoTime();
                // A page asks several times while it is built.
                assertFalse(payments.paymentMethod().available());
                assertTrue(payments.standing("1042").isEmpty());
                assertFalse(payments.paymentMethod().available());
                return Duration.ofNanos(System.nanoTime() - start);
            });
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Duration> page : threads.invokeAll(pages)) {
                    assertTrue(page.get().compareTo(PAGE_LIMIT) < 0, page.get()::toString);
                }
            }
        }
    }

    @Test
    void while_it_is_silent_the_last_answer_is_good_for_some_minutes() {
        OrderPayments payments = payments(plugin.baseUrl(), CALL_LIMIT);
        assertTrue(payments.paymentMethod().available());
        plugin.deaf();
        clock.updateAndGet(now -> now.plusSeconds(31));
        assertTrue(payments.paymentMethod().available());
        clock.updateAndGet(now -> now.plusSeconds(600));
        assertFalse(payments.paymentMethod().available());
        assertEquals(2, plugin.calls().size(), "one thread asks");
    }

    @Test
    void once_the_call_has_failed_nothing_is_on_offer() {
        Duration brief = Duration.ofMillis(200);
        OrderPayments payments = payments(plugin.baseUrl(), brief);
        assertTrue(payments.paymentMethod().available());
        plugin.deaf();
        clock.updateAndGet(now -> now.plusSeconds(31));
        assertFalse(payments.paymentMethod().available());
    }

    @Test
    void how_an_order_stands_is_told_from_the_last_event_and_nobody_waits_a_second_time() throws Exception {
        OrderPayments payments = payments(plugin.baseUrl(), CALL_LIMIT);
        payments.start("1042", Example.ETH, "");
        assertTrue(payments.paymentMethod().available());
        plugin.deaf();
        int before = plugin.calls().size();
        long start = System.nanoTime();
        for (int tag = 0; tag < PAGES; tag++) {
            assertEquals(
                    PaymentStatus.AWAITING,
                    payments.standing("1042").orElseThrow().status());
        }
        assertTrue(System.nanoTime() - start < PAGE_LIMIT.toNanos());
        assertEquals(before + 1, plugin.calls().size());
    }

    private OrderPayments payments(String address, Duration limit) {
        Settings settings = new Settings(
                address,
                FakePlugin.API_KEY,
                List.of(new byte[32]),
                new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20)),
                List.of());
        return new OrderPayments(settings, () -> store, ledger, new PluginCalls(settings, limit), clock::get);
    }
}
