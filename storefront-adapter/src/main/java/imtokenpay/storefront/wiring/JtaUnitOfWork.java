package imtokenpay.storefront.wiring;

import imtokenpay.storefront.ledger.LedgerFailure;
import imtokenpay.storefront.ledger.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;

/// A transaction of the container, so that the store's own beans join it.
@ApplicationScoped
public class JtaUnitOfWork implements UnitOfWork {

    private static final System.Logger LOG = System.getLogger(JtaUnitOfWork.class.getName());

    private volatile String dataSource = "";

    @Override
    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
    public <T> T inNew(Work<T> work) {
        return on(work);
    }

    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public <T> T outside(Work<T> work) {
        return on(work);
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
    /// store's fails
    /// for ever, with words that do not help.
    private void hint(SQLException failed) {
        if (String.valueOf(failed.getMessage()).contains("non-XA Resource")) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "imToken Pay keeps its ledger in another data source than the store."
                            + " Set imtoken.shop.datasource to the store's own (now: {0}).",
                    dataSource());
        }
    }
}
