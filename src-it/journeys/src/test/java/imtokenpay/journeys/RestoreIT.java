package imtokenpay.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.demo.DemoWorld;
import imtokenpay.demo.Plan;
import imtokenpay.demo.Plan.Pace;
import imtokenpay.demo.Plan.Place;
import imtokenpay.outside.Await;
import imtokenpay.outside.Checkout;
import imtokenpay.server.Built;
import imtokenpay.server.Folder;
import imtokenpay.server.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The plugin's database is lost and an old back-up takes its place; the shop's database is the one of now.
class RestoreIT {
    private static final int FIRST_PORT = 18_800;
    private static final int BOOK = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String DATABASE = "imtoken.mv.db";

    /// An order in the shop, its checkout page, and what paid it.
    private record Sale(String order, URI page, String hash) {}

    @Test
    void what_happened_after_the_back_up_is_read_from_the_chain_again_and_nothing_happens_twice() throws IOException {
        Path home = Folder.fresh(Built.here().root().resolve("src-it/journeys/target/restore"));
        Place place = new Place(home, Ports.freeFrom(FIRST_PORT), OptionalInt.empty(), Optional.empty());
        try (DemoWorld world = DemoWorld.open(new Plan(place, false, false, Pace.RELAXED, Map.of()), line -> {})) {
            world.server().admin().finality(world.devnet().eth(), 1, "");
            Sale before = paid(world, open(world));
            URI across = open(world);
            Path kept = home.resolve("kept.mv.db");
            world.server().crash();
            Files.copy(home.resolve(DATABASE), kept);
            world.server().restart();

            Sale open = paid(world, across);
            Sale unknown = paid(world, open(world));
            Set<String> told = events(world);
            world.server().crash();
            Files.copy(kept, home.resolve(DATABASE), StandardCopyOption.REPLACE_EXISTING);
            world.server().restart();

            new Checkout(open.page()).awaitStanding("settled", PATIENCE);
            assertEquals("settled", new Checkout(before.page()).standing());
            Await.until(
                    "money of a payment that nobody knows any more waits for a person",
                    PATIENCE,
                    () -> world.server().admin().inbox().contains(unknown.hash()));
            Set<String> again = events(world);
            assertTrue(told.containsAll(again), () -> "new events for what was told already: " + again + " " + told);
            // Whoever reads the feed begins anew, and hears the same.
            Sale later = paid(world, open(world));
            for (Sale sale : List.of(before, open, unknown, later)) {
                assertEquals("PAID", world.server().shop().statusOf(sale.order()));
                assertEquals("", world.server().shop().noteOn(sale.order()), "paid twice");
            }
        }
    }

    private static URI open(DemoWorld world) {
        String order = world.server().shop().order(BOOK, 1);
        return world.server().shop().pay(order, world.devnet().eth());
    }

    private static Sale paid(DemoWorld world, URI page) {
        String hash = world.devnet().pay(page);
        String payment = new Checkout(page).paymentId();
        String order = world.server().plugin().payment(payment).path("orderRef").asString();
        world.server().shop().awaitStatus(order, "PAID", PATIENCE);
        return new Sale(order, page, hash);
    }

    private static Set<String> events(DemoWorld world) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode event :
                world.server().plugin().events("").expect(200).json().path("events")) {
            ids.add(event.path("id").asString());
        }
        return ids;
    }
}
