package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Plugin;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two nodes on one PostgreSQL. The first one has the shop, too; the second one has the plugin alone.
class ClusterIT {
    private static final int FIRST_PORT = 18_600;
    private static final int SECOND_PORT = 18_700;
    // The lease of a node that says nothing more ends after 15 s.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Built BUILT = Built.here();
    private static final Path TARGET = BUILT.root().resolve("src-it/journeys/target");
    private static final Postgres POSTGRES = Postgres.started(Folder.fresh(TARGET.resolve("cluster-data")));
    private static final DemoWorld WORLD = DemoWorld.open(
            Plan.brisk(Folder.fresh(TARGET.resolve("cluster-one")), Ports.freeFrom(FIRST_PORT))
                    .on(POSTGRES.address() + "?options=-c%20idle_in_transaction_session_timeout=10s"),
            line -> {});
    private static final Boot SECOND = new Boot(
            Folder.fresh(TARGET.resolve("cluster-two")),
            Ports.freeFrom(SECOND_PORT),
            WORLD.server().boot().settings());
    private static final PayaraMicro TWO =
            PayaraMicro.start(SECOND, BUILT, List.of(BUILT.pluginWar()), List.of("/imtoken"));

    @BeforeAll
    static void the_second_node_is_ready() {
        URI base = URI.create("http://127.0.0.1:" + SECOND.port() + "/imtoken");
        Plugin plugin = new Plugin(base, SECOND.settings().getOrDefault("imtoken.store.demo.api-key", ""));
        TWO.awaitReady(plugin::ready, line -> {});
    }

    @AfterAll
    static void stop() {
        TWO.close();
        WORLD.close();
        POSTGRES.close();
    }

    @Test
    void a_node_that_is_held_up_loses_its_chain_and_one_that_is_killed_loses_nothing() {
        Sold held = Sold.open();
        Await.until("a node reads the chain", PATIENCE, () -> !holder().isEmpty());
        String first = holder();
        signal("STOP", WORLD.server().pid());
        long stopped = System.nanoTime();
        Await.until("the other node reads the chain", PATIENCE, () -> !holder().equals(first));
        System.out.println("first node held up to second node reads: " + millisSince(stopped) + " ms");
        String second = holder();
        signal("CONT", WORLD.server().pid());
        held.pay();
        held.awaitPaid("after the first node was held up");
        assertEquals(second, holder(), "the node that came back does not take the chain back");

        Sold killed = Sold.open();
        TWO.killHard();
        long dead = System.nanoTime();
        killed.pay();
        killed.awaitPaid("after the second node was killed");
        System.out.println("node killed to order paid: " + millisSince(dead) + " ms (goal: 15000 ms and a block)");
        assertNotEquals(second, holder());
        assertEquals(
                List.of("0"),
                POSTGRES.ask("select count(*) from (select payment_id from transfer group by payment_id"
                        + " having count(*) > 1) doubled"));
    }

    /// An order, and the payment that was asked for.
    private record Sold(String order, String amount) {
        static Sold open() {
            String order = WORLD.server().shop().order(2, 1);
            URI page = WORLD.server().shop().pay(order, WORLD.devnet().eth());
            String payment = "payments/" + new Checkout(page).paymentId();
            return new Sold(
                    order,
                    WORLD.server()
                            .plugin()
                            .see(payment)
                            .json()
                            .path("assetAmount")
                            .asString());
        }

        void pay() {
            WORLD.devnet().send(new BigDecimal(amount));
            WORLD.devnet().mine(7);
        }

        void awaitPaid(String when) {
            Await.until(
                    "the order is paid " + when,
                    PATIENCE,
                    () -> WORLD.server().shop().statusOf(order).equals("PAID"));
        }
    }

    private static String holder() {
        return String.join("", POSTGRES.ask("select holder from chain_cursor"));
    }

    private static long millisSince(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment).toMillis();
    }

    private static void signal(String name, long pid) {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .start()
                            .waitFor());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
