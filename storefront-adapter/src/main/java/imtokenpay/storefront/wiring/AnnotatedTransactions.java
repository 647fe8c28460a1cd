package imtokenpay.storefront.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/// Lets the server set the transaction aside that is under way.
@ApplicationScoped
public class AnnotatedTransactions {

    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Throwable.class)
    <T> T inNew(Supplier<T> work) {
        return work.get();
    }

    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    <T> T outside(Supplier<T> work) {
        return work.get();
    }
}
