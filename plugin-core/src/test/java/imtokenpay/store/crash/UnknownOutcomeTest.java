package imtokenpay.store.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import imtokenpay.store.JdbcSeam;
import imtokenpay.store.StoreDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The connection dies while the database commits, so that nobody knows whether it did. One commit in four goes
/// that way: half of them had been carried out, half had not. What was done is done again, and counts once.
class UnknownOutcomeTest {
    private static final long SEED = 7;

    @TempDir
    private Path folder;

    @Test
    void on_h2_what_is_done_twice_counts_once() throws IOException {
        doneTwiceCountsOnce(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_what_is_done_twice_counts_once() throws IOException {
        doneTwiceCountsOnce(StoreDatabase.postgres());
    }

    private void doneTwiceCountsOnce(String address) throws IOException {
        var undisturbed = outcome(StoreDatabase.h2InMemory(), JdbcSeam.open());
        var breaking = new Breaking();
        var disturbed = outcome(address, breaking);
        assertTrue(breaking.carriedOut > 20 && breaking.notCarriedOut > 20, breaking::toString);
        assertEquals(Set.of(), disturbed.lost());
        assertEquals(Set.of(), disturbed.doubled());
        assertEquals(String.join("\n", undisturbed.facts()), String.join("\n", disturbed.facts()));
    }

    private Outcome outcome(String address, JdbcSeam seam) throws IOException {
        var diary = new Diary(Files.createTempDirectory(folder, "world"));
        var world = new World(SEED);
        try (var database = StoreDatabase.at(address, seam)) {
            new Node(database, world, diary, new Death(diary, Death.Plan.immortal())).live();
            return Outcome.of(database, world, diary);
        }
    }

    /// Breaks connections in the middle of a commit.
    private static final class Breaking implements JdbcSeam {
        private final SplittableRandom random = new SplittableRandom(SEED);
        private int carriedOut;
        private int notCarriedOut;

        @Override
        public synchronized void before(Said said, Connection connection) throws SQLException {
            if (said == Said.COMMIT && random.nextInt(8) == 0) {
                notCarriedOut++;
                connection.rollback();
                breakOff(connection);
            }
        }

        @Override
        public synchronized void after(Said said, Connection connection) throws SQLException {
            if (said == Said.COMMIT && random.nextInt(8) == 0) {
                carriedOut++;
                breakOff(connection);
            }
        }

        private static void breakOff(Connection connection) throws SQLException {
            connection.close();
            throw new SQLException("An I/O error occurred while sending to the backend.", "08006");
        }

        @Override
        public String toString() {
            return carriedOut + " carried out, " + notCarriedOut + " not";
        }
    }
}
