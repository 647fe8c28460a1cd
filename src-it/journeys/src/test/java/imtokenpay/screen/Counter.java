package imtokenpay.screen;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.outside.AdminScreens;
import imtokenpay.outside.Answer;
import imtokenpay.outside.Browser;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Form;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import imtokenpay.story.Devnet;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import tools.jackson.databind.json.JsonMapper;

/// Where orders are made that are to be paid: a chain, a shop and the plugin of our own, opened once for all classes.
final class Counter implements AutoCloseable {
    /// Opens it for the first class that needs it; the end of all tests closes it.
    static final class Opened implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            counter = Optional.of(context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Counter.class, key -> open(), Counter.class));
        }
    }

    private static Optional<Counter> counter = Optional.empty();

    private static final int FIRST_PORT = 18_500;

    private final DemoWorld world;

    private Counter(DemoWorld world) {
        this.world = world;
    }

    static Counter counter() {
        return counter.orElseThrow();
    }

    private static Counter open() {
        var home = Folder.fresh(Built.here().root().resolve("src-it/journeys/target/screen"));
        return new Counter(DemoWorld.open(Plan.brisk(home, Ports.freeFrom(FIRST_PORT)), line -> {}));
    }

    AdminScreens admin() {
        return world.server().admin();
    }

    Devnet devnet() {
        return world.devnet();
    }

    /// The checkout page of a new order to be paid in ether.
    URI inEth() {
        return order(devnet().eth());
    }

    /// The checkout page of a new order to be paid in USDT, at an address of its own.
    URI inUsdt() {
        return order(devnet().usdt());
    }

    /// The checkout page of an order that a store describes so. Not of our shop, which is to do nothing about it.
    URI described(String text) {
        String json = new JsonMapper()
                .createObjectNode()
                .put("orderRef", "described")
                .put("asset", devnet().eth())
                .put("amount", "1.00")
                .put("currency", "USD")
                .put("description", text)
                .toString();
        Answer made = world.server().quietPlugin().ask(json).expect(201);
        return URI.create(made.json().path("checkoutUrl").asString());
    }

    /// The checkout page of a first order of 100 dollars, off which a campaign takes 5 percent.
    URI reduced() {
        String campaign = world.server().admin().firstOrders("5", "5.00");
        String json = new JsonMapper()
                .createObjectNode()
                .put("orderRef", "reduced")
                .put("asset", devnet().eth())
                .put("amount", "100.00")
                .put("currency", "USD")
                .put("customerReference", campaign)
                .toString();
        Answer made = world.server().plugin().ask(json).expect(201);
        world.server().admin().endCampaign(campaign);
        return URI.create(made.json().path("checkoutUrl").asString());
    }

    /// The amount that a payment asks for.
    BigDecimal asked(URI page) {
        String payment = new Checkout(page).paymentId();
        return new BigDecimal(
                world.server().plugin().payment(payment).path("assetAmount").asString());
    }

    /// The devnet's wallet pays what the page asks for, and a block takes it.
    void payByDemoButton(URI page) {
        Form.on(new Checkout(page).html(), "class=\"demo\"").send(new Browser());
        devnet().mine(1);
    }

    private URI order(String asset) {
        String order = world.server().shop().order(2, 1);
        return world.server().shop().pay(order, asset);
    }

    @Override
    public void close() {
        world.close();
    }
}
