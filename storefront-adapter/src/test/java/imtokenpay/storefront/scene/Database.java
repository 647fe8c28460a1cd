package imtokenpay.storefront.scene;

import imtokenpay.storefront.ledger.LedgerFailure;
import imtokenpay.storefront.ledger.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/// An H2 of its own for each test, with transactions of plain JDBC.
public final class Database implements UnitOfWork, AutoCloseable {

    private static final int CONNECTIONS = 70;

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "sa");

    public Database() {
        pool.setMaxConnections(CONNECTIONS);
    }

    @Override
    public <T> T inNew(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
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
    public void close() {
        pool.dispose();
    }
}
