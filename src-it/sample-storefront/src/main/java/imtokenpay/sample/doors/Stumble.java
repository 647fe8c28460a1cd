package imtokenpay.sample.doors;

import imtokenpay.storefront.event.PaymentSettled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A listener that fails once at each order that a test names.
@ApplicationScoped
public class Stumble {

    private final Set<String> orders = ConcurrentHashMap.newKeySet();

    /// Fails at this order, once.
    public void at(String orderRef) {
        orders.add(orderRef);
    }

    /// Comes after the shop has written that the order is paid.
    public void stumble(@Observes PaymentSettled event) {
        if (orders.remove(event.payment().orderRef())) {
            throw new IllegalStateException("A test made this listener fail.");
        }
    }
}
