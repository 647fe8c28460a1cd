package imtokenpay.storefront.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import imtokenpay.storefront.PaymentRefusal;
import imtokenpay.storefront.RefusalReason;
import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a second press of the button may meet: another node of the store, an order that was edited.
class SecondAttemptTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final int CLICKS = 8;

    private final Database database = new Database();
    private final Ledger ledger = new Ledger(database, () -> NOW);
    private final StoreOnPaper store = new StoreOnPaper().order("1042", "12.50", true);
    private final FakePlugin plugin = new FakePlugin();
    private final PluginCalls calls = new PluginCalls(settings(), Duration.ofSeconds(10));

    SecondAttemptTest() throws IOException {}

    @BeforeEach
    void create() {
        ledger.create();
    }

    @AfterEach
    void close() {
        calls.close();
        plugin.close();
        database.close();
    }

    @Test
    void two_nodes_of_a_store_lead_to_one_checkout_page() throws Exception {
        List<OrderPayments> nodes = List.of(node(), node());
        Set<URI> pages = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<URI>> clicks = IntStream.range(0, CLICKS)
                    .<Callable<URI>>mapToObj(i -> () -> nodes.get(i % 2).start("1042", Example.ETH, ""))
                    .toList();
            for (Future<URI> page : threads.invokeAll(clicks)) {
                pages.add(page.get());
            }
        }
        assertEquals(1, pages.size());
        assertEquals(1, plugin.payments().size());
    }

    @Test
    void an_order_that_was_edited_has_a_new_payment_and_the_old_one_is_cancelled() throws Exception {
        URI before = node().start("1042", Example.ETH, "");
        String old = ledger.ofOrder("1042").getFirst().paymentId();
        store.order("1042", "25.00", true);
        assertNotEquals(before, node().start("1042", Example.ETH, ""));
        assertEquals("cancelled", plugin.payments().get(old).getString("status"));
        assertEquals(
                Set.of("12.50", "25.00"),
                Set.copyOf(plugin.payments().values().stream()
                        .map(payment -> payment.getString("amount"))
                        .toList()));
    }

    @Test
    void an_order_that_was_edited_while_money_is_on_its_way_has_no_second_payment() throws Exception {
        node().start("1042", Example.ETH, "");
        plugin.stands(ledger.ofOrder("1042").getFirst().paymentId(), "confirming");
        store.order("1042", "25.00", true);
        PaymentRefusal refusal = assertThrows(PaymentRefusal.class, () -> node().start("1042", Example.ETH, ""));
        assertEquals(RefusalReason.MONEY_ON_ITS_WAY, refusal.reason());
        assertEquals(1, plugin.payments().size());
    }

    private OrderPayments node() {
        return new OrderPayments(settings(), () -> store, new Ledger(database, () -> NOW), calls, () -> NOW);
    }

    private Settings settings() {
        return new Settings(
                plugin.baseUrl(),
                FakePlugin.API_KEY,
                List.of(new byte[32]),
                new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20)),
                List.of());
    }
}
