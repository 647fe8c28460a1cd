package imtokenpay.sample.payment;

import static imtokenpay.sample.shop.ShopOrder.CURRENCY;

import imtokenpay.sample.shop.Shop;
import imtokenpay.storefront.PayableOrder;
import imtokenpay.storefront.PaymentNotice;
import imtokenpay.storefront.StorefrontOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/// The shop's orders as imToken Pay sees them.
@ApplicationScoped
public class ImtokenOrders implements StorefrontOrders {

    @Inject
    private Shop shop;

    @Override
    public Optional<PayableOrder> find(String orderRef) {
        return shop.order(orderRef).map(o -> new PayableOrder(o.total(), CURRENCY, o.description(), o.waiting()));
    }

    @Override
    public void paid(PaymentNotice p) {
        shop.paid(p.orderRef());
    }

    @Override
    public void released(PaymentNotice p) {
        shop.cancel(p.orderRef());
    }
}
