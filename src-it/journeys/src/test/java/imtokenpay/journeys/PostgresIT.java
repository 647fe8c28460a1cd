package imtokenpay.journeys;

import static imtokenpay.journeys.OnPostgres.postgres;
import static imtokenpay.journeys.OnPostgres.world;

import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.story.Figures;
import imtokenpay.story.Scene;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The WAR as built on a real PostgreSQL, by configuration alone.
@ExtendWith(OnPostgres.Opened.class)
class PostgresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @EnumSource(
            value = Scene.class,
            names = {
                "AN_ORDER_PAID_IN_FULL_WITH_ETH_BECOMES_PAID",
                "AN_ORDER_CANCELLED_BY_THE_SHOPPER_IS_ROLLED_BACK",
                "A_PART_OF_THE_SURPLUS_GOES_BACK_FROM_THE_MERCHANTS_OWN_WALLET",
                "A_REORG_THAT_REMOVES_THE_PAYMENT_TAKES_IT_BACK",
                "A_CRASH_BEFORE_SETTLEMENT_LOSES_NOTHING"
            })
    void a_scene_is_the_same_as_on_h2(Scene scene) {
        scene.play(world().stage(new Figures(() -> 0)));
    }

    @Test
    void what_is_paid_while_the_database_is_down_is_seen_when_it_is_back() {
        String order = world().server().shop().order(2, 1);
        URI page = world().server().shop().pay(order, world().devnet().eth());
        String payment = "payments/" + new Checkout(page).paymentId();
        String asked = world().server()
                .plugin()
                .see(payment)
                .json()
                .path("assetAmount")
                .asString();
        postgres().stop();
        // The wallet was shown the page before.
        world().devnet().send(new BigDecimal(asked));
        world().devnet().mine(7);
        postgres().start();
        long back = System.nanoTime();
        Await.until(
                "the order is paid",
                PATIENCE,
                () -> world().server().shop().statusOf(order).equals("PAID"));
        System.out.println("database back to order paid: "
                + Duration.ofNanos(System.nanoTime() - back).toMillis() + " ms (goal: 30000 ms)");
    }
}
