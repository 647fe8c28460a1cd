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

/// A node dies again and again, at points that a seed chooses, and is started anew on the same database. In the
/// end nothing is lost, nothing is doubled, and all is as if it had never died.
final class Survival {
    private static final int DEATHS_A_WORLD_MAX = 40;

    private final Path folder;
    private final long first;
    private final Deadly deadly;

    /// @param first the seed of all worlds
    Survival(Path folder, long first, Deadly deadly) {
        this.folder = folder;
        this.first = first;
        this.deadly = deadly;
    }

    /// At which points nodes die.
    interface Deadly {
        String name();

        /// Where the next one dies.
        ///
        /// @param points all that are met in the world
        Death.Plan plan(List<String> points, SplittableRandom random);

        /// Whether a death there is one of those that are wanted: who waits in vain for its point dies anywhere.
        boolean counts(String point);
    }

    /// Lets nodes die on a kind of database until so many have; fails if anything was lost or doubled by that.
    ///
    /// @param address gives a new database each time
    void survives(String name, Supplier<String> address, int deathsWanted) throws IOException, InterruptedException {
        var random = new SplittableRandom(first);
        var launcher = new Launcher(fresh());
        launcher.live(StoreDatabase.h2InMemory(), new Diary(fresh()), first, Death.Plan.immortal());
        var died = new TreeSet<String>();
        var lost = new TreeSet<String>();
        var doubled = new TreeSet<String>();
        var deaths = 0;
        var worlds = 0;
        while (deaths < deathsWanted) {
            var seed = random.nextLong();
            var undisturbed = Undisturbed.in(seed, fresh());
            var diary = new Diary(fresh());
            var database = address.get();
            ruin(
                    launcher,
                    database,
                    diary,
                    new Schedule(
                            seed, Math.min(deathsWanted - deaths, DEATHS_A_WORLD_MAX), undisturbed.points(), deadly));
            try (var store = StoreDatabase.at(database, JdbcSeam.open())) {
                var outcome = Outcome.of(store, new World(seed), diary);
                outcome.lost().forEach(line -> lost.add("world " + seed + ": " + line));
                outcome.doubled().forEach(line -> doubled.add("world " + seed + ": " + line));
                assertEquals(text(undisturbed.facts()), text(outcome.facts()), () -> "world " + seed);
            }
            died.addAll(diary.deaths());
            deaths += (int) diary.deaths().stream().filter(deadly::counts).count();
            worlds++;
        }
        System.out.printf(
                "crash points %s on %s: seed=%d points=%d kinds=%d worlds=%d lost=%d doubled=%d%n",
                deadly.name(), name, first, deaths, died.size(), worlds, lost.size(), doubled.size());
        assertEquals(Set.of(), lost);
        assertEquals(Set.of(), doubled);
    }

    /// The deaths of one world.
    private record Schedule(long seed, int deaths, List<String> points, Deadly deadly) {
        Death.Plan next(SplittableRandom random, int deathsBefore) {
            if (deathsBefore >= deaths) {
                return Death.Plan.immortal();
            }
            return deadly.plan(points, random);
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
            assertEquals(deathsBefore + 1, diary.deaths().size(), () -> plan + "\n" + launcher.said());
        }
    }

    private Path fresh() {
        try {
            return Files.createTempDirectory(folder, "world");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }
}
