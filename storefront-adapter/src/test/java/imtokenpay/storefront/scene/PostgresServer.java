package imtokenpay.storefront.scene;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// One real PostgreSQL for all tests of a run, with its data in a temporary folder.
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
        String name = "store_" + DATABASES.incrementAndGet();
        try (var connection = Running.SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Running.SERVER.getJdbcUrl("postgres", name);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
