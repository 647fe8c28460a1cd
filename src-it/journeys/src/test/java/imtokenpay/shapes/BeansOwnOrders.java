package imtokenpay.shapes;

import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.StorefrontOrders;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.util.Optional;

/// The bean of a store that manages its transactions itself: in one that somebody else has begun it only writes.
@ApplicationScoped
public class BeansOwnOrders implements StorefrontOrders {

    @PersistenceContext(unitName = "shape")
    private EntityManager db;

    @Resource
    private UserTransaction transaction;

    @Override
    public Optional<PayableOrder> find(String orderRef) {
        return Optional.ofNullable(db.find(ShapeOrder.class, orderRef))
                .map(order -> new PayableOrder(new BigDecimal("12.50"), "USD", "2 books", order.paidTimes() == 0));
    }

    @Override
    public void paid(PaymentNotice p) {
        inTransaction(() -> Optional.ofNullable(db.find(ShapeOrder.class, p.orderRef(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("There is no order " + p.orderRef()))
                .pay());
    }

    @Override
    public void released(PaymentNotice p) {
        // This store has no stock.
    }

    private void inTransaction(Runnable work) {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                work.run();
                return;
            }
            transaction.begin();
            work.run();
            transaction.commit();
        } catch (SystemException failed) {
            throw new IllegalStateException(failed);
        } catch (jakarta.transaction.NotSupportedException
                | jakarta.transaction.RollbackException
                | jakarta.transaction.HeuristicMixedException
                | jakarta.transaction.HeuristicRollbackException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
