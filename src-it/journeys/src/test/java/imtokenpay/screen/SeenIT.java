package imtokenpay.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.demo.Keys;
import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Plugin;
import imtokenpay.screen.Window.Device;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bitcoin payment that waits for a block: the page says that it was seen, and that is all that comes of it.
class SeenIT {
    private static final String BTC = BitcoinPool.CHAIN + "/slip44:0";
    private static final int FINAL = 0xFFFFFFFF;
    private static final int REPLACEABLE = 0xFFFFFFFD;

    private final Keys keys = Keys.fresh();

    @Test
    void what_waits_for_a_block_is_on_the_page_until_it_waits_no_more_and_pays_nothing() {
        try (BitcoinPool node = new BitcoinPool();
                BarePlugin bare = BarePlugin.start(address -> settings(address, node));
                Window window = Window.on(Device.PHONE)) {
            URI page = page(new Plugin(bare.address(), keys.apiKey()));
            long due = new BigDecimal(attribute(window.open(page), "data-asset-amount"))
                    .movePointRight(8)
                    .longValueExact();
            String amount = attribute(window, "data-asset-amount") + " BTC";
            assertFalse(window.isShown("#seen"));

            node.holds(due, FINAL);
            window.awaitText("#seen", "Payment seen: " + amount + ", not yet in a block");
            assertEquals("Waiting for your payment", window.heading());
            JsonNode standing = new Checkout(page).status();
            assertEquals("awaiting", standing.path("status").asString());
            assertEquals("0", standing.path("received").asString());
            assertEquals(amount, standing.path("seen").asString() + " BTC");
            assertFalse(standing.path("replaceable").asBoolean());

            node.holds(due, REPLACEABLE);
            window.awaitText("#seen", "Its sender has marked it as replaceable");
            window.open(page);
            assertTrue(window.text("#seen").startsWith("Payment seen: " + amount), "as it is written, too");
            CheckoutIT.judge(window, Device.PHONE, "seen");

            look(new AdminScreens(bare.address(), bare::token), new Checkout(page).paymentId());

            node.forgets();
            Await.until("nothing is seen any more", Window.PATIENCE, () -> !window.isShown("#seen"));
            assertEquals("Waiting for your payment", window.heading());
            assertEquals(standing.path("sequence"), new Checkout(page).status().path("sequence"), "no event");
        }
    }

    // What the shop sees of it.
    private static void look(AdminScreens admin, String payment) {
        String page = "payment.xhtml?payment=" + payment;
        String shown = admin.shown(page).text();
        assertTrue(shown.contains("as he has said (BIP-125)"), shown);
        try (Window desk = Window.on(Device.DESKTOP).open(admin.address(page))) {
            desk.type("[id='login:name']", AdminScreens.OWNER);
            desk.type("[id='login:password']", AdminScreens.PASSWORD);
            desk.click("[id='login:enter']");
            Await.until(
                    "the owner is let in",
                    Window.PATIENCE,
                    () -> !desk.heading().equals("Log in"));
            desk.open(admin.address(page)).awaitText("#seen", "in no block yet");
            DeskIT.judge(desk, Device.DESKTOP, "payment-seen");
        }
    }

    private static String attribute(Window window, String name) {
        return window.attribute("#payment", name);
    }

    private static URI page(Plugin plugin) {
        String json = new JsonMapper()
                .createObjectNode()
                .put("orderRef", "seen")
                .put("asset", BTC)
                .put("amount", "10.80")
                .put("currency", "USD")
                .toString();
        // The node is asked first how many decimals a bitcoin has.
        Answer made = Await.value(
                "bitcoin can be paid with",
                Window.PATIENCE,
                () -> Optional.of(plugin.ask(json)).filter(answer -> answer.status() == 201));
        return URI.create(made.json().path("checkoutUrl").asString());
    }

    private Map<String, String> settings(URI address, BitcoinPool node) {
        var all = new HashMap<>(Map.of(
                "imtoken.public-url", address.toString(),
                "imtoken.stores", "books",
                "imtoken.store.books.name", "Books",
                "imtoken.store.books.api-key", keys.apiKey(),
                "imtoken.networks", "btc",
                "imtoken.network.btc.chain", BitcoinPool.CHAIN,
                "imtoken.network.btc.name", "Regtest",
                "imtoken.network.btc.rpc-url", node.url(),
                "imtoken.network.btc.poll-ms", "250"));
        all.putAll(Map.of(
                "imtoken.network.btc.test", "true",
                "imtoken.assets", "btc",
                "imtoken.asset.btc.id", BTC,
                "imtoken.asset.btc.symbol", "BTC",
                "imtoken.asset.btc.decimals", "8",
                "imtoken.asset.btc.address", BitcoinPool.ADDRESS,
                "imtoken.asset.btc.rate.USD", "90000"));
        return all;
    }
}
