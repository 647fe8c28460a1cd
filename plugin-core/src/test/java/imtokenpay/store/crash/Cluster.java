package imtokenpay.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Several nodes on one PostgreSQL live through a world, in which the one that reads the chain is killed, or halted
/// until another has taken its place. The world waits until somebody has looked at each tick, so in the end all must
/// be as if one node had lived through it undisturbed.
final class Cluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final int FIRST_TROUBLE = 3;

    /// A node that something was done to, and how many looks there were before.
    private record Struck(long pid, Trouble trouble, int looks, long at) {}

    /// What is done to the node that reads.
    enum Trouble {
        KILL,
        HALT
    }

    /// How it went.
    ///
    /// @param readings how often the chain was read
    /// @param readingsOfOne how often one undisturbed node reads it
    /// @param refused how many looks of nodes that had lost the lease were refused
    /// @param waits from each trouble to the end of the next look of another, in milliseconds
    record Course(int readings, int readingsOfOne, int refused, List<Long> waits) {}

    private final Launcher launcher;
    private final Path folder;
    private final Duration lease;
    private final Diary diary;
    private final String address;
    private final long seed;
    private final Map<Long, Process> members = new HashMap<>();
    private final List<Long> waits = new ArrayList<>();
    private final SplittableRandom random;

    Cluster(Launcher launcher, Path folder, long seed, Duration lease) throws IOException {
        this.launcher = launcher;
        this.folder = folder;
        this.seed = seed;
        this.lease = lease;
        // As docs/operate.md tells: a node that is halted within a transaction must not keep its rows from the others.
        this.address = StoreDatabase.postgres() + "&options=-c%20idle_in_transaction_session_timeout="
                + lease.toMillis() * 2 / 3;
        this.diary = new Diary(Files.createTempDirectory(folder, "cluster"));
        this.random = new SplittableRandom(seed);
    }

    /// Lets so many nodes live through the world.
    ///
    /// @param troubles one after the other, each when the one before is over; a world has time for twenty
    Course lives(int nodes, List<Trouble> troubles) throws IOException {
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            var world = new World(seed);
            var shop = new Node(database, world, diary, new Death(diary, Death.Plan.immortal()));
            for (var i = 0; i < nodes; i++) {
                join();
            }
            await("all nodes to join", () -> diary.notes("joined").size() == nodes);
            var left = new ArrayList<>(troubles);
            var struck = Optional.<Struck>empty();
            for (var tick = 1; tick <= World.TICKS; tick++) {
                shop.serve(tick);
                diary.note("now", Integer.toString(tick));
                if (tick >= FIRST_TROUBLE && struck.isEmpty() && !left.isEmpty()) {
                    struck = Optional.of(strike(left.removeFirst(), tick));
                }
                awaitLook(tick);
                if (struck.isPresent()) {
                    struck = over(struck.get());
                }
            }
            assertEquals(List.of(), left);
            assertEquals(Optional.empty(), struck);
            shop.deliverAll();
            await("all events to be delivered", shop::isAllDelivered);
            diary.note("end", "");
            var one = Undisturbed.in(seed, Files.createTempDirectory(folder, "undisturbed"));
            isLike(one, database, world);
            var readings = diary.notes("reading").size();
            return new Course(readings, one.readings(), diary.notes("refused").size(), waits);
        }
    }

    @Override
    public void close() {
        members.values().forEach(Process::destroyForcibly);
    }

    private void isLike(Undisturbed one, StoreDatabase database, World world) {
        var outcome = Outcome.of(database, world, diary);
        assertEquals(Set.of(), outcome.lost(), () -> "lost in world " + seed);
        assertEquals(Set.of(), outcome.doubled(), () -> "doubled in world " + seed);
        assertEquals(String.join("\n", one.facts()), String.join("\n", outcome.facts()), () -> "world " + seed);
    }

    private void join() throws IOException {
        var process = launcher.start(
                Member.class,
                List.of(address, diary.folder().toString(), Long.toString(seed), Long.toString(lease.toMillis())));
        members.put(process.pid(), process);
    }

    // Strikes the node that reads, some time after it began to: while it reads, while it commits, or soon after.
    private Struck strike(Trouble trouble, int tick) throws IOException {
        await("a node to read", () -> reader(tick).isPresent());
        var pid = reader(tick).orElseThrow();
        LockSupport.parkNanos(random.nextLong(2 * Member.READING.toNanos()));
        var struck = new Struck(pid, trouble, diary.notes("looked").size(), System.nanoTime());
        if (trouble == Trouble.KILL) {
            members.remove(pid).destroyForcibly().onExit().join();
            join();
        } else {
            signal("STOP", pid);
        }
        return struck;
    }

    // Whoever was struck may have had this look behind it; then the next one shows who goes on.
    private Optional<Struck> over(Struck struck) throws IOException {
        if (diary.notes("looked").stream().skip(struck.looks()).allMatch(line -> pid(line) == struck.pid())) {
            return Optional.of(struck);
        }
        waits.add(Duration.ofNanos(System.nanoTime() - struck.at()).toMillis());
        if (struck.trouble() == Trouble.HALT) {
            signal("CONT", struck.pid());
        }
        return Optional.empty();
    }

    private void awaitLook(int tick) {
        await("a look at tick " + tick, () -> diary.notes("looked").stream().anyMatch(line -> tick(line) == tick));
    }

    private Optional<Long> reader(int tick) {
        return diary.notes("reading").stream()
                .filter(line -> tick(line) == tick)
                .map(Cluster::pid)
                .findFirst();
    }

    private static int tick(String line) {
        return Integer.parseInt(line.split(" ")[0]);
    }

    private static long pid(String line) {
        return Long.parseLong(line.split(" ")[1]);
    }

    private void await(String what, BooleanSupplier comes) {
        var begun = System.nanoTime();
        while (!comes.getAsBoolean()) {
            var isLate = System.nanoTime() - begun > PATIENCE.toNanos();
            assertFalse(isLate, () -> "world " + seed + " waits in vain for " + what + "\n" + launcher.said());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void signal(String name, long pid) throws IOException {
        var killed = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .start()
                .onExit()
                .join();
        assertEquals(0, killed.exitValue(), "kill -" + name);
    }
}
