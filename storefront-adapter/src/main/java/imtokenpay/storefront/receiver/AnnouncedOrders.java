package imtokenpay.storefront.receiver;

import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.StorefrontOrders;
import imtokenpay.storefront.event.PaymentCancelled;
import imtokenpay.storefront.event.PaymentDetected;
import imtokenpay.storefront.event.PaymentEvent;
import imtokenpay.storefront.event.PaymentException;
import imtokenpay.storefront.event.PaymentExpired;
import imtokenpay.storefront.event.PaymentSettled;
import java.util.Optional;
import java.util.function.Consumer;

/// The store's bean, and after each call of it whoever else listens. Who throws ends the call.
public final class AnnouncedOrders implements StorefrontOrders {

    private static final System.Logger LOG = System.getLogger(AnnouncedOrders.class.getName());

    private final StorefrontOrders store;
    private final Consumer<PaymentEvent> listeners;

    public AnnouncedOrders(StorefrontOrders store, Consumer<PaymentEvent> listeners) {
        this.store = store;
        this.listeners = listeners;
    }

    @Override
    public Optional<PayableOrder> find(String orderRef) {
        return store.find(orderRef);
    }

    @Override
    public void paid(PaymentNotice p) {
        store.paid(p);
        listeners.accept(new PaymentSettled(p));
    }

    @Override
    public void released(PaymentNotice p) {
        store.released(p);
        listeners.accept(p.status() == PaymentStatus.CANCELLED ? new PaymentCancelled(p) : new PaymentExpired(p));
    }

    /// Logged too, so that a store without a screen for it does not miss it.
    @Override
    public void exception(PaymentNotice p) {
        LOG.log(
                System.Logger.Level.WARNING,
                "A person has to look at payment {0} of order {1}: {2}",
                p.id(),
                p.orderRef(),
                p.reason());
        store.exception(p);
        listeners.accept(new PaymentException(p));
    }

    @Override
    public void detected(PaymentNotice p) {
        store.detected(p);
        listeners.accept(new PaymentDetected(p));
    }
}
