package imtokenpay.shapes;

import imtokenpay.storefront.ImtokenPay;
import imtokenpay.storefront.PaymentRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/// The store's orders, in transactions of the container.
@ApplicationScoped
@Transactional(rollbackOn = Exception.class)
public class OrderBook {

    private static final String ETH = "eip155:31337/slip44:60";

    /// Not injected where `web.xml` forbids to look for annotations.
    @PersistenceContext(unitName = "shape")
    private @Nullable EntityManager injected;

    @Inject
    private ImtokenPay imtokenPay;

    /// How often it was paid; empty when there is no such order.
    public Optional<Integer> paidTimes(String orderRef) {
        return Optional.ofNullable(db().find(ShapeOrder.class, orderRef)).map(ShapeOrder::paidTimes);
    }

    /// Places an order and starts its payment before the order is committed.
    public void placeAndPay(String orderRef) throws PaymentRefusal {
        db().persist(new ShapeOrder(orderRef));
        db().flush();
        imtokenPay.start(orderRef, ETH, "");
    }

    /// Counts one more payment.
    public void pay(String orderRef) {
        Optional.ofNullable(db().find(ShapeOrder.class, orderRef, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("There is no order " + orderRef))
                .pay();
    }

    private EntityManager db() {
        try {
            return injected == null ? InitialContext.doLookup("java:comp/env/persistence/shape") : injected;
        } catch (NamingException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
