package imtokenpay.adapter.jpa;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// Refuses a database that would forget what it has acknowledged, or that is not the one that is written to.
final class DatabaseCheck {
    private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());
    // The oldest that its makers still keep (postgresql.org/support/versioning, read 2026-11).
    private static final int POSTGRES_MIN = 15;
    private static final String LOSES =
            " and would lose payments when the database's machine fails. Set it to 'on' (alter system set %s = 'on';"
                    + " select pg_reload_conf();).";

    private static final String IDLES = "PostgreSQL lets a session idle in a transaction for ever"
            + " (idle_in_transaction_session_timeout=0). Of several nodes, one that is held up in the middle of a"
            + " transaction keeps the others from reading the chain for as long. Add"
            + " options=-c%20idle_in_transaction_session_timeout=10s to imtoken.db.url if there are several.";

    private DatabaseCheck() {}

    /// Checks it.
    ///
    /// @throws IllegalStateException in words for the integrator if it is refused or cannot be reached
    static void check(DataSource database) {
        try (var connection = database.getConnection()) {
            var url = connection.getMetaData().getURL();
            var mistake = url.startsWith("jdbc:h2:") ? h2(connection, url) : postgres(connection);
            if (mistake.isPresent()) {
                throw new IllegalStateException(mistake.get());
            }
        } catch (SQLException unreachable) {
            throw new IllegalStateException(
                    "The database cannot be reached: " + unreachable.getMessage()
                            + ". Check imtoken.db.url, imtoken.db.class, imtoken.db.user and imtoken.db.password.",
                    unreachable);
        }
    }

    // H2 writes behind by default: a kill -9 loses up to half a second of payments that were acknowledged.
    private static Optional<String> h2(Connection connection, String url) throws SQLException {
        if (url.startsWith("jdbc:h2:mem:")) {
            return Optional.empty();
        }
        var delay = ask(
                connection, "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'");
        return Optional.of(delay)
                .filter(late -> !late.equals("0"))
                .map(late -> "The H2 database writes late (WRITE_DELAY=" + late
                        + " ms) and would lose payments when the server is killed."
                        + " Add ;WRITE_DELAY=0 to imtoken.db.url.");
    }

    private static Optional<String> postgres(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < POSTGRES_MIN) {
            return Optional.of(
                    "PostgreSQL " + version + " is too old: version " + POSTGRES_MIN + " or newer is needed.");
        }
        if (ask(connection, "select pg_is_in_recovery()").equals("t")) {
            return Optional.of("imtoken.db.url leads to a replica, which lags behind and takes no payments."
                    + " Give the address of the server that is written to.");
        }
        if (!ask(connection, "show server_encoding").equals("UTF8")) {
            return Optional.of("The database is not kept in UTF-8, so orders' names would be lost."
                    + " Make a new one: create database imtoken encoding 'UTF8' template template0.");
        }
        for (var setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            if (ask(connection, "show " + setting).equals("off")) {
                return Optional.of(
                        "PostgreSQL answers before it has written (" + setting + "=off)" + LOSES.formatted(setting));
            }
        }
        if (ask(connection, "show idle_in_transaction_session_timeout").equals("0")) {
            LOG.log(Level.WARNING, IDLES);
        }
        return Optional.empty();
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
