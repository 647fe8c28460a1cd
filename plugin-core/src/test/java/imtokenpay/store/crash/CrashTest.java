package imtokenpay.store.crash;

import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is lost and nothing doubled by a node's death.
///
/// `-Dstore.crash.points=500`, `-Dstore.crash.kills=200` and `-Dstore.crash.sends=1000` for the long runs,
/// `-Dstore.crash.seed=N` for another or the same one again.
class CrashTest {
    private static final int POINTS = Integer.getInteger("store.crash.points", 40);
    private static final int KILLS = Integer.getInteger("store.crash.kills", 4);
    private static final int SENDS = Integer.getInteger("store.crash.sends", 20);
    private static final long SEED = Long.getLong("store.crash.seed", 20_261_123L);
    private static final long COMMIT_NANOS_MAX = 3_000_000;

    @TempDir
    private Path folder;

    @Test
    void an_h2_file_survives_every_death() throws IOException, InterruptedException {
        new Survival(folder, SEED, new Anywhere()).survives("H2 file", this::file, POINTS / 2);
    }

    @Test
    void postgres_survives_every_death() throws IOException, InterruptedException {
        new Survival(folder, SEED + 1, new Anywhere())
                .survives("PostgreSQL", StoreDatabase::postgres, POINTS - POINTS / 2);
    }

    @Test
    void an_h2_file_survives_being_killed_at_any_moment() throws IOException, InterruptedException {
        new Survival(folder, SEED + 4, new Killed()).survives("H2 file", this::file, KILLS / 2);
    }

    @Test
    void postgres_survives_being_killed_at_any_moment() throws IOException, InterruptedException {
        new Survival(folder, SEED + 5, new Killed()).survives("PostgreSQL", StoreDatabase::postgres, KILLS - KILLS / 2);
    }

    @Test
    void no_event_is_lost_between_its_commit_and_its_answer_on_an_h2_file() throws IOException, InterruptedException {
        new Survival(folder, SEED + 2, new Sending()).survives("H2 file", this::file, SENDS / 2);
    }

    @Test
    void no_event_is_lost_between_its_commit_and_its_answer_on_postgres() throws IOException, InterruptedException {
        new Survival(folder, SEED + 3, new Sending())
                .survives("PostgreSQL", StoreDatabase::postgres, SENDS - SENDS / 2);
    }

    private String file() {
        try {
            return StoreDatabase.h2File(Files.createTempDirectory(folder, "database"));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /// At any point that is met, and within commits.
    private record Anywhere() implements Survival.Deadly {
        private static final int COUNT_MAX = 150;

        @Override
        public String name() {
            return "anywhere";
        }

        @Override
        public boolean counts(String point) {
            return true;
        }

        @Override
        public Death.Plan plan(List<String> points, SplittableRandom random) {
            var nanos = random.nextLong(COMMIT_NANOS_MAX);
            return switch (random.nextInt(5)) {
                case 0 -> new Death.Plan(Death.ANYWHERE, 1 + random.nextInt(COUNT_MAX), nanos);
                case 1 -> new Death.Plan(Death.WITHIN_COMMIT, 1 + random.nextInt(10), nanos);
                default -> new Death.Plan(points.get(random.nextInt(points.size())), 1 + random.nextInt(2), nanos);
            };
        }
    }

    /// At no named point: by `kill -9`, whenever that meets it.
    private record Killed() implements Survival.Deadly {
        private static final int TICKS_MAX = 5;
        private static final long TICK_NANOS_MAX = 40_000_000;

        @Override
        public String name() {
            return "by kill -9";
        }

        @Override
        public boolean counts(String point) {
            return true;
        }

        @Override
        public Death.Plan plan(List<String> points, SplittableRandom random) {
            return new Death.Plan(Death.FROM_OUTSIDE, 1 + random.nextInt(TICKS_MAX), random.nextLong(TICK_NANOS_MAX));
        }
    }

    /// From the commit of an event on until its delivery is marked.
    private record Sending() implements Survival.Deadly {
        private static final Pattern POINT = Pattern.compile("after (recording|recording again|requesting|cancelling)"
                + "|.*(claiming|marking)|(before|after) Outbox\\.(?!announce).*|.* WebhookTransport\\.post");
        private static final int CALLS_MAX = 3;

        @Override
        public String name() {
            return "of sending";
        }

        @Override
        public boolean counts(String point) {
            return POINT.matcher(point).matches();
        }

        @Override
        public Death.Plan plan(List<String> points, SplittableRandom random) {
            var some = points.stream().filter(this::counts).toList();
            return new Death.Plan(
                    some.get(random.nextInt(some.size())),
                    1 + random.nextInt(CALLS_MAX),
                    random.nextLong(COMMIT_NANOS_MAX));
        }
    }
}
