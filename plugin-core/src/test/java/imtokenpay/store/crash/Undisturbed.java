package imtokenpay.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.store.StoreDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// What happens in a world in which the only node never dies.
///
/// @param points those that it met
/// @param readings how often it read the chain
record Undisturbed(List<String> facts, List<String> points, int readings) {
    static Undisturbed in(long seed, Path folder) {
        var diary = new Diary(folder);
        var world = new World(seed);
        var death = new Death(diary, Death.Plan.immortal());
        var readings = new AtomicInteger();
        var twist = new Node.Twist(leases -> leases, reader -> Member.observed(reader, readings::incrementAndGet));
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), death)) {
            new Node(database, world, diary, death, twist).live();
            var outcome = Outcome.of(database, world, diary);
            assertEquals(Set.of(), outcome.lost(), () -> "world " + seed);
            assertEquals(Set.of(), outcome.doubled(), () -> "world " + seed);
            return new Undisturbed(outcome.facts(), List.copyOf(death.points()), readings.get());
        }
    }
}
