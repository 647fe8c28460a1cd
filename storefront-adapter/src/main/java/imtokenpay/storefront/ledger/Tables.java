package imtokenpay.storefront.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/// Makes the adapter's tables in the store's database.
public final class Tables {

    private static final System.Logger LOG = System.getLogger(Tables.class.getName());

    private Tables() {}

    /// Makes a table if it is missing. A failure is told in the log and stops nothing.
    public static void make(UnitOfWork work, String table, String definition) {
        try {
            if (!exists(work, table)) {
                work.inNew(connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(definition)) {
                        return statement.executeUpdate();
                    }
                });
                LOG.log(
                        System.Logger.Level.INFO,
                        "imToken Pay made its table {0} in the database of the store.",
                        table);
            }
        } catch (RuntimeException failed) {
            // Another node may have made it at the same moment.
            if (!safelyExists(work, table)) {
                LOG.log(
                        System.Logger.Level.ERROR,
                        "imToken Pay could not make its table " + table + "; payments will fail until it is there: "
                                + definition,
                        failed);
            }
        }
    }

    private static boolean safelyExists(UnitOfWork work, String table) {
        try {
            return exists(work, table);
        } catch (RuntimeException failed) {
            return false;
        }
    }

    private static boolean exists(UnitOfWork work, String table) {
        return work.inNew(connection -> exists(connection, table));
    }

    /// In whatever case the database keeps names.
    private static boolean exists(Connection connection, String table) throws SQLException {
        for (String name : List.of(table, table.toUpperCase(Locale.ROOT))) {
            try (ResultSet tables = connection
                    .getMetaData()
                    .getTables(connection.getCatalog(), connection.getSchema(), name, new String[] {"TABLE"})) {
                if (tables.next()) {
                    return true;
                }
            }
        }
        return false;
    }
}
