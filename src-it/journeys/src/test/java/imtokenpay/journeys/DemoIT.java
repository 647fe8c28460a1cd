package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.outside.Browser;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Form;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import imtokenpay.story.Figures;
import imtokenpay.story.Scene;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What needs a server process of our own: a crash, and the demo's own button.
class DemoIT {
    private static final int FIRST_PORT = 18_400;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Path TARGET = Built.here().root().resolve("src-it/journeys/target");
    private static final DemoWorld WORLD = DemoWorld.open(
            Plan.brisk(Folder.fresh(TARGET.resolve("demo")), Ports.freeFrom(FIRST_PORT))
                    .withBitcoin(),
            line -> {});

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void a_crash_before_settlement_loses_nothing() {
        Scene.A_CRASH_BEFORE_SETTLEMENT_LOSES_NOTHING.play(WORLD.stage(new Figures(() -> 0)));
    }

    @Test
    void an_order_is_paid_in_bitcoin() {
        var stage = WORLD.stage(new Figures(() -> 0));
        Assumptions.assumeTrue(
                Scene.AN_ORDER_PAID_IN_FULL_WITH_BTC_BECOMES_PAID.isPlayable(stage), "no Bitcoin node here");
        Scene.AN_ORDER_PAID_IN_FULL_WITH_BTC_BECOMES_PAID.play(stage);
    }

    @Test
    void who_did_not_ask_for_figures_gives_none_away() {
        URI metrics = WORLD.server().shop().base().resolve("/metrics");
        assertFalse(new Browser().see(metrics).expect(200).text().contains("imtoken_pay_"));
    }

    @Test
    void the_demo_button_pays_with_the_wallet() {
        Checkout checkout = new Checkout(checkout());
        Form.on(checkout.html(), "class=\"demo\"").send(new Browser());
        WORLD.devnet().mine(1);
        checkout.awaitStanding("confirming", PATIENCE);
    }

    private static URI checkout() {
        String order = WORLD.server().shop().order(2, 1);
        return WORLD.server().shop().pay(order, WORLD.devnet().eth());
    }
}
