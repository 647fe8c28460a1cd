package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The production classes live through thousands of seeded worlds of reorgs, crashes, dead nodes, dead shops, a second
/// node on the same database and commits of unknown outcome. `-Dseeds=N` runs more, `-Dfirst=K` begins elsewhere.
class SimulationTest {
    private static final long SEEDS = Long.getLong("seeds", 20_000);
    private static final long FIRST = Long.getLong("first", 0);
    private static final int VIOLATIONS_MAX = 20;

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_and_nothing_invented_whatever_breaks(Habits habits) {
        var figures = new Figures();
        var violations = new ConcurrentLinkedQueue<String>();
        LongStream.range(FIRST, FIRST + (habits == Habits.EVM ? SEEDS : SEEDS / 2))
                .parallel()
                .filter(seed -> violations.size() < VIOLATIONS_MAX)
                .forEach(seed -> {
                    try {
                        figures.add(World.live(habits, seed, new Assembly()));
                    } catch (AssertionError broken) {
                        System.out.println(broken.getMessage());
                        violations.add(broken.getMessage());
                        figures.addViolation();
                    }
                });
        System.out.println(habits + " " + figures + ", from seed " + FIRST + ", faults " + figures.faults());
        assertEquals(List.of(), List.copyOf(violations));
        // A whole block proves what is in it, so that no machine behind an address can leave anything out.
        var never = habits.hasContracts() ? Set.of() : Set.of(Faults.Kind.TRANSFERS_LAG);
        for (var kind : Faults.Kind.values()) {
            var happened = figures.faults().getOrDefault(kind, 0L);
            assertEquals(!never.contains(kind), happened > 0, () -> kind + " happened " + happened + " times");
        }
    }

    /// Seeds that failed once, each with a mistake of ours behind it, in the rules or in this world.
    @ParameterizedTest
    @ValueSource(longs = {1000, 11_193, 135, 417, 824, 42_015, 14_179, 288_509, 301_204, 780_214, 792_969, 913_209})
    void seeds_that_ever_failed_stay_green(long seed) {
        World.live(seed, new Assembly());
    }

    @ParameterizedTest
    @ValueSource(longs = {4175, 4539, 7459, 16_964})
    void seeds_that_ever_failed_on_bitcoin_stay_green(long seed) {
        World.live(Habits.BITCOIN, seed, new Assembly());
    }
}
