package imtokenpay.storefront.wiring;

import imtokenpay.storefront.ledger.LedgerFailure;
import imtokenpay.storefront.ledger.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/// A transaction of the server, so that the store's own beans join it.
///
/// Where there is none yet, as in the receiver and the reading of the feed, it is begun by hand: in one made by
/// annotation the server forbids a store that manages its transactions itself even to ask whether there is one.
@ApplicationScoped
public class JtaUnitOfWork implements UnitOfWork {

    private static final System.Logger LOG = System.getLogger(JtaUnitOfWork.class.getName());
    private static final String TRANSACTION = "java:comp/UserTransaction";

    private volatile String dataSource = "";

    @Inject
    private AnnotatedTransactions annotated;

    @Override
    public <T> T inNew(Work<T> work) {
        Optional<UserTransaction> free = free();
        return free.isPresent() ? byHand(free.get(), work) : annotated.inNew(() -> on(work));
    }

    @Override
    public <T> T outside(Work<T> work) {
        return annotated.outside(() -> on(work));
    }

    /// Empty where a transaction is under way, which only the server can set aside, or where it forbids to ask.
    private static Optional<UserTransaction> free() {
        try {
            UserTransaction transaction = InitialContext.doLookup(TRANSACTION);
            return transaction.getStatus() == Status.STATUS_NO_TRANSACTION
                    ? Optional.of(transaction)
                    : Optional.empty();
        } catch (NamingException | SystemException | IllegalStateException forbidden) {
            return Optional.empty();
        }
    }

    private <T> T byHand(UserTransaction transaction, Work<T> work) {
        try {
            transaction.begin();
            boolean done = false;
            try {
                T result = on(work);
                done = true;
                transaction.commit();
                return result;
            } finally {
                if (!done) {
                    transaction.rollback();
                }
            }
        } catch (SystemException
                | NotSupportedException
                | RollbackException
                | HeuristicMixedException
                | HeuristicRollbackException failed) {
            throw new LedgerFailure("A transaction of imToken Pay did not come to its end: " + failed, failed);
        }
    }

    private <T> T on(Work<T> work) {
        try (Connection connection = StoreDataSource.of(dataSource()).getConnection()) {
            return work.on(connection);
        } catch (SQLException failed) {
            hint(failed);
            throw new LedgerFailure("The ledger of imToken Pay could not be used: " + failed.getMessage(), failed);
        }
    }

    private String dataSource() {
        String name = dataSource;
        if (name.isEmpty()) {
            name = StoreDataSource.name();
            dataSource = name;
        }
        return name;
    }

    /// Payara allows one data source of the plain kind in a transaction: a ledger in another pool than the
    /// store's fails for ever, with words that do not help.
    private void hint(SQLException failed) {
        if (String.valueOf(failed.getMessage()).contains("non-XA Resource")) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "imToken Pay keeps its ledger in another data source than the store."
                            + " Set imtoken.shop.datasource to the one that the store uses (now: {0}).",
                    dataSource());
        }
    }
}
