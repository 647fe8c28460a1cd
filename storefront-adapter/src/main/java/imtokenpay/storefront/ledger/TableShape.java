package imtokenpay.storefront.ledger;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/// What a table of the adapter looks like, and how one of an older version becomes so.
///
/// @param name in lower case, with nothing that would need quotes
/// @param definition the whole statement that makes it
/// @param changes in their order; each is made where it is missing, so that two nodes may do it at once
public record TableShape(String name, String definition, List<Change> changes) {

    public TableShape {
        changes = List.copyOf(changes);
    }

    /// One step from an older version to this one.
    ///
    /// @param missing whether it is still to be made
    /// @param step makes it
    public record Change(UnitOfWork.Work<Boolean> missing, Step step) {}

    /// Does something with a connection.
    @FunctionalInterface
    public interface Step {
        void on(Connection connection) throws SQLException;
    }

    /// There is a column of this name.
    public static Change withColumn(String table, String column, String type) {
        return new Change(
                connection -> !hasColumn(connection, table, column),
                execute("alter table %s add %s %s".formatted(table, column, type)));
    }

    /// There is no such column any more.
    public static Change withoutColumn(String table, String column) {
        return new Change(
                connection -> hasColumn(connection, table, column),
                execute("alter table %s drop column %s".formatted(table, column)));
    }

    /// Something that is done while an old column is there, and may be done twice.
    static Change before(String table, String oldColumn, Step step) {
        return new Change(connection -> hasColumn(connection, table, oldColumn), step);
    }

    /// There is an index of this name.
    static Change withIndex(String table, String index, String columns) {
        return new Change(
                connection -> !hasIndex(connection, table, index),
                execute("create index %s on %s (%s)".formatted(index, table, columns)));
    }

    /// Whether the table is there at all, in whatever case the database keeps names.
    static boolean exists(Connection connection, String table) throws SQLException {
        return isListed(
                connection,
                table,
                "TABLE_NAME",
                table,
                (data, name) -> data.getTables(connection.getCatalog(), connection.getSchema(), name, null));
    }

    private static boolean hasColumn(Connection connection, String table, String column) throws SQLException {
        return isListed(
                connection,
                table,
                "COLUMN_NAME",
                column,
                (data, name) -> data.getColumns(connection.getCatalog(), connection.getSchema(), name, null));
    }

    private static boolean hasIndex(Connection connection, String table, String index) throws SQLException {
        return isListed(
                connection,
                table,
                "INDEX_NAME",
                index,
                (data, name) -> data.getIndexInfo(connection.getCatalog(), connection.getSchema(), name, false, true));
    }

    private static boolean isListed(Connection connection, String table, String label, String wanted, Listing listing)
            throws SQLException {
        for (String name : List.of(table, table.toUpperCase(Locale.ROOT))) {
            try (ResultSet found = listing.of(connection.getMetaData(), name)) {
                while (found.next()) {
                    if (wanted.equalsIgnoreCase(found.getString(label))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Step execute(String sql) {
        return connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        };
    }

    @FunctionalInterface
    private interface Listing {
        ResultSet of(DatabaseMetaData data, String table) throws SQLException;
    }
}
