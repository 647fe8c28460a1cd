package imtokenpay.shapes;

import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.StorefrontOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;

/// The bean of a store that leaves transactions to the container.
@ApplicationScoped
public class ContainersOrders implements StorefrontOrders {

    @Inject
    private OrderBook book;

    @Override
    public Optional<PayableOrder> find(String orderRef) {
        return book.paidTimes(orderRef)
                .map(times -> new PayableOrder(new BigDecimal("12.50"), "USD", "2 books", times == 0));
    }

    @Override
    public void paid(PaymentNotice p) {
        book.pay(p.orderRef());
    }

    @Override
    public void released(PaymentNotice p) {
        // This store has no stock.
    }
}
