package imtokenpay.journeys;

import static imtokenpay.journeys.OnPostgres.postgres;
import static imtokenpay.journeys.OnPostgres.world;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.outside.Plugin;
import imtokenpay.server.Boot;
import imtokenpay.server.Built;
import imtokenpay.server.PayaraMicro;
import imtokenpay.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Two nodes on one PostgreSQL. The first one has the shop, too; the second one has the plugin alone.
@ExtendWith(OnPostgres.Opened.class)
class ClusterIT {
    private static final int PORT = 18_700;
    // The lease of a node that says nothing more ends after 12 s.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PayaraMicro second() {
        Built built = Built.here();
        int port = Ports.freeFrom(PORT);
        Boot boot = new Boot(
                OnPostgres.folder("postgres-second"),
                port,
                world().server().boot().settings());
        PayaraMicro node = PayaraMicro.start(boot, built, List.of(built.pluginWar()), List.of("/imtoken"));
        URI base = URI.create("http://127.0.0.1:" + port + "/imtoken");
        Plugin plugin = new Plugin(base, boot.settings().getOrDefault("imtoken.store.demo.api-key", ""));
        node.awaitReady(() -> plugin.offers(2), line -> {});
        return node;
    }

    @Test
    void a_node_that_is_held_up_loses_its_chain_and_one_that_is_killed_loses_nothing() {
        try (PayaraMicro two = second()) {
            long one = world().server().pid();
            Sold held = Sold.open();
            Await.until("a node reads the chain", PATIENCE, () -> reads(one) || reads(two.pid()));
            if (reads(two.pid())) {
                holdUp(two.pid(), one);
            }
            System.out.println("first node held up to second node reads: " + holdUp(one, two.pid()) + " ms");
            held.pay();
            held.awaitPaid("after the first node was held up");
            assertTrue(reads(two.pid()), "the node that came back does not take the chain back");

            Sold killed = Sold.open();
            two.killHard();
            long dead = System.nanoTime();
            killed.pay();
            killed.awaitPaid("after the second node was killed");
            System.out.println("node killed to order paid: " + millisSince(dead) + " ms (goal: 15000 ms and a block)");
            assertTrue(reads(one));
            for (Sold sold : List.of(held, killed)) {
                assertEquals(List.of("1"), sold.timesCounted(), "its money is counted once");
            }
        }
    }

    /// An order, and the payment that was asked for.
    private record Sold(String order, String payment, String amount) {
        static Sold open() {
            String order = world().server().shop().order(2, 1);
            URI page = world().server().shop().pay(order, world().devnet().eth());
            String payment = new Checkout(page).paymentId();
            String amount = world().server()
                    .plugin()
                    .payment(payment)
                    .path("assetAmount")
                    .asString();
            return new Sold(order, payment, amount);
        }

        List<String> timesCounted() {
            return postgres().ask("select count(*) from transfer where payment_id = '" + payment + "'");
        }

        void pay() {
            world().devnet().send(new BigDecimal(amount));
            world().devnet().mine(7);
        }

        void awaitPaid(String when) {
            Await.until(
                    "the order is paid " + when,
                    PATIENCE,
                    () -> world().server().shop().statusOf(order).equals("PAID"));
        }
    }

    /// Holds a process up until the other one reads the chain; how many milliseconds that took.
    private static long holdUp(long process, long other) {
        signal("STOP", process);
        long stopped = System.nanoTime();
        Await.until("the other node reads the chain", PATIENCE, () -> reads(other));
        signal("CONT", process);
        return millisSince(stopped);
    }

    private static boolean reads(long process) {
        return postgres().ask("select holder from chain_cursor where leased_until > now()").stream()
                .anyMatch(holder -> holder.startsWith(process + "-"));
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
