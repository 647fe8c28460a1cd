package imtokenpay.sample.payment;

import imtokenpay.sample.shop.Shop;
import imtokenpay.storefront.event.PaymentDetected;
import imtokenpay.storefront.event.PaymentException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/// Notes on an order what the customer or the shop should know of its payment.
@ApplicationScoped
public class ImtokenNotes {

    @Inject
    private Shop shop;

    /// For the customer.
    public void seen(@Observes PaymentDetected event) {
        shop.note(event.payment().orderRef(), "payment seen: " + event.payment().reason());
    }

    /// For a person in the shop.
    public void lookAtIt(@Observes PaymentException event) {
        shop.note(
                event.payment().orderRef(),
                "needs attention: " + event.payment().reason());
    }
}
