package imtokenpay.storefront.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.storefront.ledger.Ledger;
import imtokenpay.storefront.scene.Database;
import imtokenpay.storefront.scene.Example;
import imtokenpay.storefront.scene.FakePlugin;
import imtokenpay.storefront.scene.StoreOnPaper;
import imtokenpay.storefront.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whom a store names as the buyer of an order.
class NamedCustomersTest {
    private static final String BACK = "https://shop.example/order/1042";

    @Test
    void a_customer_who_has_a_name_is_named_and_stays_so_however_often_it_is_asked() throws Exception {
        StoreOnPaper store = new StoreOnPaper().order("1042", "12.50", true).order("1043", "12.50", true);
        try (Database database = new Database();
                FakePlugin plugin = new FakePlugin();
                PluginCalls calls = new PluginCalls(settings(plugin), Duration.ofSeconds(10))) {
            Ledger ledger = new Ledger(database, InstantSource.system());
            ledger.create();
            OrderPayments payments =
                    new OrderPayments(settings(plugin), () -> store, ledger, calls, InstantSource.system());
            store.buyer("x".repeat(65));
            payments.start("1042", Example.ETH, BACK);
            assertFalse(plugin.payments().values().iterator().next().containsKey("customerReference"));
            store.buyer("anna");
            URI first = payments.start("1043", Example.ETH, BACK);
            store.buyer("bert");
            assertEquals(first, payments.start("1043", Example.ETH, BACK));
            String named = ledger.ofOrder("1043").getFirst().paymentId();
            assertEquals("anna", plugin.payments().get(named).getString("customerReference"));
        }
    }

    private static Settings settings(FakePlugin plugin) {
        Settings.Times times = new Settings.Times(Duration.ofSeconds(300), Duration.ofSeconds(20));
        return new Settings(plugin.baseUrl(), FakePlugin.API_KEY, List.of(new byte[32]), times, List.of());
    }
}
