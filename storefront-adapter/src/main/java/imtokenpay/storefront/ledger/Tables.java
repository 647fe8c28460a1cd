package imtokenpay.storefront.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes the adapter's tables in the store's database, and keeps them up to date.
public final class Tables {

    private static final System.Logger LOG = System.getLogger(Tables.class.getName());

    // As delivered, MariaDB knows neither Chinese nor the difference between two names in upper and lower case.
    private static final String EXACT_WORDS = " character set utf8mb4 collate utf8mb4_bin";

    // H2 puts an altered table in the old one's place, and for a moment there is none: who looks just then would make
    // an
    // empty one. All users of an embedded H2 are in one JVM, but maybe in several applications, each with this class of
    // its own; a literal is the same object for all of them. Other databases change a table in one step.
    private static final Object ONE_AT_A_TIME = "imtokenpay.storefront.ledger.Tables";

    private Tables() {}

    /// Makes a table if it is missing, and what a table of an older version lacks. A failure is told in the log and
    /// stops nothing.
    public static void make(UnitOfWork work, TableShape shape) {
        synchronized (ONE_AT_A_TIME) {
            makeAlone(work, shape);
        }
    }

    private static void makeAlone(UnitOfWork work, TableShape shape) {
        try {
            ensure(
                    work,
                    new TableShape.Change(
                            connection -> !TableShape.exists(connection, shape.name()),
                            connection -> create(connection, shape)));
            for (TableShape.Change change : shape.changes()) {
                ensure(work, change);
            }
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "imToken Pay could not make its table " + shape.name()
                            + " or bring it up to date; payments will fail until it is like this: "
                            + shape.definition(),
                    failed);
        }
    }

    private static void ensure(UnitOfWork work, TableShape.Change change) {
        if (!work.outside(change.missing())) {
            return;
        }
        try {
            work.outside(connection -> {
                change.step().on(connection);
                return true;
            });
        } catch (RuntimeException failed) {
            // Another node may have made it at the same moment.
            if (work.outside(change.missing())) {
                throw failed;
            }
        }
    }

    private static void create(Connection connection, TableShape shape) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        boolean inexact = product.equals("MariaDB") || product.equals("MySQL");
        try (Statement statement = connection.createStatement()) {
            statement.execute(shape.definition() + (inexact ? EXACT_WORDS : ""));
        }
        LOG.log(System.Logger.Level.INFO, "imToken Pay made its table {0} in the database of the store.", shape.name());
    }
}
