package imtokenpay.storefront.scene;

import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.StorefrontOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A store that writes down what it is told.
public final class StoreOnPaper implements StorefrontOrders {

    private final Map<String, PayableOrder> orders = new ConcurrentHashMap<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile String customer = "";
    private volatile boolean broken;
    private volatile String brokenAt = "";

    public StoreOnPaper order(String orderRef, String amount, boolean payable) {
        orders.put(orderRef, new PayableOrder(new BigDecimal(amount), "USD", "2 books", payable));
        return this;
    }

    /// Who buys from now on; nobody that has a name, if empty.
    public void buyer(String name) {
        customer = name;
    }

    public void broken(boolean nowBroken) {
        broken = nowBroken;
    }

    /// Throws at this order only; at none if empty.
    public void breakAt(String orderRef) {
        brokenAt = orderRef;
    }

    /// The calls so far, such as `paid 1042`.
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public Optional<PayableOrder> find(String orderRef) {
        return Optional.ofNullable(orders.get(orderRef));
    }

    @Override
    public Optional<String> customer(String orderRef) {
        return Optional.of(customer).filter(name -> !name.isEmpty());
    }

    @Override
    public void paid(PaymentNotice p) {
        write("paid " + p.orderRef());
    }

    @Override
    public void released(PaymentNotice p) {
        write("released " + p.orderRef());
    }

    @Override
    public void exception(PaymentNotice p) {
        write("exception " + p.orderRef() + ": " + p.reason());
    }

    @Override
    public void detected(PaymentNotice p) {
        write("detected " + p.orderRef() + ": " + p.reason());
    }

    private void write(String words) {
        if (broken || !brokenAt.isEmpty() && words.contains(brokenAt)) {
            throw new IllegalStateException("the store is broken");
        }
        told.add(words);
    }
}
