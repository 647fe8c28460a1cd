package imtokenpay.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One real PostgreSQL for all tests of a run, with its data in a temporary folder. There is no way to skip it:
/// a machine on which it does not start cannot say that the plugin works.
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {}

    /// Started once, when it is first asked for; ends with this JVM.
    private static final class Running {
        static final EmbeddedPostgres SERVER = started();

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException broken) {
                throw new UncheckedIOException("PostgreSQL does not start here, so nothing is proven", broken);
            }
        }
    }

    /// The address of a new, empty database.
    static String newDatabase() {
        return newDatabase("");
    }

    /// The same, made with those options.
    static String newDatabase(String options) {
        var name = "store_" + DATABASES.incrementAndGet();
        execute("create database " + name + " " + options);
        return Running.SERVER.getJdbcUrl("postgres", name);
    }

    private static void execute(String statement) {
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
