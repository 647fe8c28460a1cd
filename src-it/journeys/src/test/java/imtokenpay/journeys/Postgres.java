package imtokenpay.journeys;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL that answers a commit when it is on the disk, and can be stopped and started with its data.
final class Postgres implements AutoCloseable {
    private final Path data;
    private @Nullable EmbeddedPostgres server;
    private int port;

    private Postgres(Path data) {
        this.data = data;
    }

    static Postgres started(Path data) {
        Postgres postgres = new Postgres(data);
        postgres.start();
        return postgres;
    }

    /// Starts it, where it was before.
    void start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on");
        if (port != 0) {
            builder.setPort(port);
        }
        try {
            EmbeddedPostgres started = builder.start();
            port = started.getPort();
            server = started;
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL does not start here, so nothing is proven", broken);
        }
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// The first column of what it answers.
    List<String> ask(String question) {
        try (var connection = DriverManager.getConnection(address(), "postgres", "postgres");
                var rows = connection.createStatement().executeQuery(question)) {
            List<String> answers = new ArrayList<>();
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        } catch (SQLException broken) {
            throw new IllegalStateException(question, broken);
        }
    }

    void stop() {
        try {
            Objects.requireNonNull(server).close();
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
