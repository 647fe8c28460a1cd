package imtokenpay.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node dies again and again, at points that a seed chooses, and is started anew on the same database. In the
/// end nothing is lost, nothing is doubled, and all is as if it had never died.
///
/// `-Dstore.crash.points=500` for the long run, `-Dstore.crash.seed=N` for another or the same one again.
class CrashTest {
    private static final int POINTS = Integer.getInteger("store.crash.points", 40);
    private static final long SEED = Long.getLong("store.crash.seed", 20_261_123L);
    private static final int DEATHS_A_WORLD_MAX = 40;
    private static final int COUNT_MAX = 150;
    private static final long COMMIT_NANOS_MAX = 3_000_000;

    @TempDir
    private Path folder;

    @Test
    void an_h2_file_survives_every_death() throws IOException, InterruptedException {
        survives("H2 file", SEED, () -> StoreDatabase.h2File(fresh()), POINTS / 2);
    }

    @Test
    void postgres_survives_every_death() throws IOException, InterruptedException {
        survives("PostgreSQL", SEED + 1, StoreDatabase::postgres, POINTS - POINTS / 2);
    }

    private void survives(String name, long first, Supplier<String> address, int points)
            throws IOException, InterruptedException {
        var random = new SplittableRandom(first);
        var launcher = new Launcher(fresh());
        launcher.live(StoreDatabase.h2InMemory(), new Diary(fresh()), first, Death.Plan.immortal());
        var died = new TreeSet<String>();
        var lost = new TreeSet<String>();
        var doubled = new TreeSet<String>();
        var deaths = 0;
        var worlds = 0;
        while (deaths < points) {
            var seed = random.nextLong();
            var undisturbed = undisturbed(seed);
            var diary = new Diary(fresh());
            var database = address.get();
            ruin(
                    launcher,
                    database,
                    diary,
                    new Schedule(seed, Math.min(points - deaths, DEATHS_A_WORLD_MAX), undisturbed.points()));
            try (var store = StoreDatabase.at(database, JdbcSeam.open())) {
                var outcome = Outcome.of(store, new World(seed), diary);
                outcome.lost().forEach(line -> lost.add("world " + seed + ": " + line));
                outcome.doubled().forEach(line -> doubled.add("world " + seed + ": " + line));
                assertEquals(text(undisturbed.facts()), text(outcome.facts()), () -> "world " + seed);
            }
            died.addAll(diary.deaths());
            deaths += diary.deaths().size();
            worlds++;
        }
        System.out.printf(
                "crash points on %s: seed=%d points=%d kinds=%d worlds=%d lost=%d doubled=%d%n",
                name, first, deaths, died.size(), worlds, lost.size(), doubled.size());
        assertEquals(Set.of(), lost);
        assertEquals(Set.of(), doubled);
    }

    /// What happens in a world in which the node never dies.
    private record Undisturbed(List<String> facts, List<String> points) {}

    private Undisturbed undisturbed(long seed) {
        var diary = new Diary(fresh());
        var world = new World(seed);
        var death = new Death(diary, Death.Plan.immortal());
        try (var database = StoreDatabase.at(StoreDatabase.h2InMemory(), death)) {
            new Node(database, world, diary, death).live();
            var outcome = Outcome.of(database, world, diary);
            assertEquals(Set.of(), outcome.lost(), () -> "world " + seed);
            assertEquals(Set.of(), outcome.doubled(), () -> "world " + seed);
            return new Undisturbed(outcome.facts(), List.copyOf(death.points()));
        }
    }

    /// The deaths of one world.
    private record Schedule(long seed, int deaths, List<String> points) {
        Death.Plan next(SplittableRandom random, int deathsBefore) {
            if (deathsBefore >= deaths) {
                return Death.Plan.immortal();
            }
            var nanos = random.nextLong(COMMIT_NANOS_MAX);
            return switch (random.nextInt(5)) {
                case 0 -> new Death.Plan(Death.ANYWHERE, 1 + random.nextInt(COUNT_MAX), nanos);
                case 1 -> new Death.Plan(Death.WITHIN_COMMIT, 1 + random.nextInt(10), nanos);
                default -> new Death.Plan(points.get(random.nextInt(points.size())), 1 + random.nextInt(2), nanos);
            };
        }
    }

    // Starts node after node until one lives to the world's end.
    private void ruin(Launcher launcher, String database, Diary diary, Schedule schedule)
            throws IOException, InterruptedException {
        var random = new SplittableRandom(schedule.seed());
        while (true) {
            var deathsBefore = diary.deaths().size();
            var plan = schedule.next(random, deathsBefore);
            if (launcher.live(database, diary, schedule.seed(), plan) == 0) {
                return;
            }
            assertEquals(deathsBefore + 1, diary.deaths().size(), () -> plan + "\n" + read(launcher.log()));
        }
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "world");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
