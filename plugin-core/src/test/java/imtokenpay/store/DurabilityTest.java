package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The plugin does not start on a database that would forget payments.
class DurabilityTest {
    @TempDir
    private Path folder;

    @Test
    void an_h2_file_that_writes_late_is_refused() {
        var late = StoreDatabase.h2File(folder).replace(";WRITE_DELAY=0", "");
        var schema = StoreDatabase.schema(StoreDatabase.source(late));
        var refused = assertThrows(IllegalStateException.class, schema::check);
        assertTrue(refused.getMessage().contains("Add ;WRITE_DELAY=0 to imtoken.db.url"), refused.getMessage());
    }

    @Test
    void an_h2_file_that_writes_at_once_is_taken_again_and_again() {
        var schema = StoreDatabase.schema(StoreDatabase.source(StoreDatabase.h2File(folder)));
        assertDoesNotThrow(schema::check);
        assertDoesNotThrow(schema::check);
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        var schema = StoreDatabase.schema(StoreDatabase.source("jdbc:postgresql://localhost:18799/nowhere"));
        var refused = assertThrows(IllegalStateException.class, schema::check);
        assertTrue(refused.getMessage().contains("imtoken.db.url"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit", "none"})
    void a_postgresql_that_answers_before_it_has_written_is_refused(String forgetful) throws IOException {
        try (var server = server(forgetful)) {
            var check = check(server.getJdbcUrl("postgres", "postgres"));
            if (forgetful.equals("none")) {
                assertDoesNotThrow(check);
                return;
            }
            var refused = assertThrows(IllegalStateException.class, check);
            assertTrue(refused.getMessage().contains("(" + forgetful + "=off)"), refused.getMessage());
        }
    }

    @Test
    void a_postgresql_that_is_not_kept_in_utf_8_is_refused() {
        var latin = PostgresServer.newDatabase("encoding 'LATIN1' locale 'C' template template0");
        var refused = assertThrows(IllegalStateException.class, check(latin));
        assertTrue(refused.getMessage().contains("encoding 'UTF8'"), refused.getMessage());
    }

    @Test
    void a_postgresql_in_which_a_halted_node_holds_up_the_others_is_taken_with_a_warning() throws IOException {
        var advice = "options=-c%20idle_in_transaction_session_timeout=10s";
        try (var server = server("none")) {
            var address = server.getJdbcUrl("postgres", "postgres");
            var warnings = warnings(address);
            assertEquals(1, warnings.size());
            assertTrue(warnings.getFirst().contains("Add " + advice), warnings.getFirst());
            assertEquals(List.of(), warnings(address + "&" + advice));
        }
    }

    private static EmbeddedPostgres server(String forgetful) throws IOException {
        var builder = EmbeddedPostgres.builder();
        for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            builder.setServerConfig(setting, setting.equals(forgetful) ? "off" : "on");
        }
        return builder.start();
    }

    private static List<String> warnings(String address) {
        var said = new ArrayList<String>();
        var logger = Logger.getLogger("imtokenpay.adapter.jpa.DatabaseCheck");
        var handler = new Ears(said);
        logger.setLevel(Level.WARNING);
        logger.addHandler(handler);
        try {
            assertDoesNotThrow(check(address));
            return said;
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
        }
    }

    /// Hears what is logged.
    private static final class Ears extends Handler {
        private final List<String> said;

        Ears(List<String> said) {
            this.said = said;
        }

        @Override
        public void publish(LogRecord line) {
            said.add(line.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private static Executable check(String address) {
        return StoreDatabase.schema(StoreDatabase.source(address))::check;
    }
}
