package imtokenpay.storefront.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/// Work in the store's data source.
public interface UnitOfWork {

    /// Runs the work in a new transaction: commits when it returns, rolls back when it throws.
    ///
    /// @throws LedgerFailure when the database does not do its part
    <T> T inNew(Work<T> work);

    /// Runs the work without a transaction, each statement for itself: tables are made so, since MySQL cannot do it
    /// within a transaction of several resources.
    ///
    /// @throws LedgerFailure when the database does not do its part
    <T> T outside(Work<T> work);

    /// Something to do with a connection, which the caller closes.
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
