package imtokenpay.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A check that never failed proves nothing: every known mistake, made on purpose, is found by the simulation.
class SeededBugsTest {
    private static final long SEEDS_MAX = 50_000;

    @ParameterizedTest
    @EnumSource
    void the_simulation_finds_the_mistake(SeededBug bug) {
        var found = LongStream.range(0, SEEDS_MAX)
                .filter(seed -> isFound(bug, seed))
                .findFirst();
        assertTrue(found.isPresent(), () -> bug + " is not found in " + SEEDS_MAX + " seeds");
        System.out.println("seeded bug: " + bug + " found after " + (found.getAsLong() + 1) + " seeds");
    }

    private static boolean isFound(SeededBug bug, long seed) {
        try {
            World.live(seed, new FaultyAssembly(bug));
            return false;
        } catch (AssertionError violation) {
            return true;
        }
    }
}
