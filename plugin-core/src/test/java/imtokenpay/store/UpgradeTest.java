package imtokenpay.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/// Nodes of two versions on one database, while one takes the other's place: what docs/upgrade.md says of them.
class UpgradeTest {
    private static final String HISTORY =
            "select installed_rank, version, checksum, success from imtoken_schema_history order by installed_rank";

    @Test
    void on_h2_a_version_starts_on_the_schema_of_a_newer_one_and_leaves_it_as_it_is() {
        startsOnNewer(StoreDatabase.h2InMemory());
    }

    @Test
    void on_postgres_a_version_starts_on_the_schema_of_a_newer_one_and_leaves_it_as_it_is() {
        startsOnNewer(StoreDatabase.postgres());
    }

    @Test
    void a_version_whose_migrations_are_not_those_that_were_run_is_refused() {
        var address = StoreDatabase.h2InMemory();
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            database.execute("update imtoken_schema_history set checksum = checksum + 1 where version = '12'");
            var refused = assertThrows(FlywayException.class, () -> StoreDatabase.at(address, JdbcSeam.open()));
            assertTrue(String.valueOf(refused.getMessage()).contains("checksum mismatch"), refused::getMessage);
        }
    }

    @Test
    void a_migration_that_is_slipped_in_below_those_that_were_run_is_refused() {
        var address = StoreDatabase.h2InMemory();
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            database.execute("delete from imtoken_schema_history where version = '12'");
            var refused = assertThrows(FlywayException.class, () -> StoreDatabase.at(address, JdbcSeam.open()));
            assertTrue(String.valueOf(refused.getMessage()).contains("not applied"), refused::getMessage);
        }
    }

    @Test
    void on_postgres_nodes_that_start_at_once_make_one_schema_and_all_start() throws Exception {
        var address = StoreDatabase.postgres();
        var schema = StoreDatabase.schema(StoreDatabase.source(address));
        Callable<Boolean> start = () -> {
            schema.bringUpToDate();
            return true;
        };
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : nodes.invokeAll(List.of(start, start, start))) {
                assertEquals(true, node.get());
            }
        }
        try (var database = StoreDatabase.at(address, JdbcSeam.open())) {
            assertEquals(
                    List.of(),
                    database.query("select version from imtoken_schema_history where version is not null"
                            + " group by version having count(*) > 1"));
        }
    }

    private static void startsOnNewer(String address) {
        try (var newer = StoreDatabase.at(address, JdbcSeam.open())) {
            newer.execute(
                    "alter table payment add column of_the_future varchar(9) default 'new' not null",
                    "insert into imtoken_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, execution_time, success) values (900, '9000', 'future', 'SQL',"
                            + " 'V9000__future.sql', 1, 'newer', 1, true)");
            var history = newer.query(HISTORY);
            try (var older = StoreDatabase.at(address, JdbcSeam.open())) {
                assertEquals(history, older.query(HISTORY));
                assertEquals(List.of(), older.query("select of_the_future from payment"));
            }
        }
    }
}
