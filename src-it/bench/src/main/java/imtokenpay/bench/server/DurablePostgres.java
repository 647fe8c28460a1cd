package imtokenpay.bench.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A PostgreSQL that answers a commit when it is on the disk, as one in production does. Embedded ones are mostly
/// started without that.
public record DurablePostgres(EmbeddedPostgres server) implements AutoCloseable {
    // What the server says goes into its log; held, since a logger that nobody holds forgets its level.
    private static final Logger CHATTY = Logger.getLogger("io.zonky.test");

    /// A new one.
    public static DurablePostgres started() {
        CHATTY.setLevel(Level.OFF);
        try {
            return new DurablePostgres(EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start());
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL does not start here", broken);
        }
    }

    /// Its JDBC address.
    public String address() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }
}
