package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plugin does not start on a database that would forget payments.
class DurabilityTest {
    @TempDir
    private Path folder;

    @Test
    void an_h2_file_that_writes_late_is_refused() {
        var late = StoreDatabase.h2File(folder).replace(";WRITE_DELAY=0", "");
        var schema = StoreDatabase.schema(StoreDatabase.source(late));
        var refused = assertThrows(IllegalStateException.class, schema::bringUpToDate);
        assertTrue(refused.getMessage().contains("Add ;WRITE_DELAY=0 to imtoken.db.url"), refused.getMessage());
    }

    @Test
    void an_h2_file_that_writes_at_once_is_taken_again_and_again() {
        var schema = StoreDatabase.schema(StoreDatabase.source(StoreDatabase.h2File(folder)));
        assertDoesNotThrow(schema::bringUpToDate);
        assertDoesNotThrow(schema::bringUpToDate);
    }

    @Test
    void a_database_that_is_not_there_is_named() {
        var schema = StoreDatabase.schema(StoreDatabase.source("jdbc:postgresql://localhost:18799/nowhere"));
        var refused = assertThrows(IllegalStateException.class, schema::bringUpToDate);
        assertTrue(refused.getMessage().contains("imtoken.db.url"), refused.getMessage());
    }
}
