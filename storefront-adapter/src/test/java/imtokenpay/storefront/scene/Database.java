package imtokenpay.storefront.scene;

import imtokenpay.storefront.ledger.LedgerFailure;
import imtokenpay.storefront.ledger.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;

/// A database of its own for each test, with transactions of plain JDBC.
public final class Database implements UnitOfWork, AutoCloseable {

    private final String address;
    // An H2 in memory lives as long as somebody is connected.
    private final Connection first;

    public Database() {
        this(DatabaseKind.H2);
    }

    public Database(DatabaseKind kind) {
        try {
            address = kind.address();
            first = DatabaseKind.connect(address);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// Statements as they stand, each with a transaction of its own.
    public void execute(String... statements) {
        try (var statement = first.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public <T> T inNew(Work<T> work) {
        try (Connection connection = DatabaseKind.connect(address)) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException failed) {
            throw new LedgerFailure("the test's database failed", failed);
        }
    }

    @Override
    public <T> T outside(Work<T> work) {
        try (Connection connection = DatabaseKind.connect(address)) {
            return work.on(connection);
        } catch (SQLException failed) {
            throw new LedgerFailure("the test's database failed", failed);
        }
    }

    @Override
    public void close() {
        try {
            first.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
