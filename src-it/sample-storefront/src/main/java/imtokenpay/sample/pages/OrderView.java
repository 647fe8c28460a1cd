package imtokenpay.sample.pages;

import imtokenpay.sample.shop.Shop;
import imtokenpay.sample.shop.ShopOrder;
import imtokenpay.storefront.CancelOutcome;
import imtokenpay.storefront.ImtokenPay;
import imtokenpay.storefront.PaymentRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One order: how it stands, and the ways to pay or cancel it.
@Named
@RequestScoped
public class OrderView {

    @Inject
    private Shop shop;

    @Inject
    private ImtokenPay imtokenPay;

    /// The forms carry the order along, so that it is known before Faces looks for the buttons.
    @Inject
    private HttpServletRequest request;

    /// The order, or none when there is no such one.
    public Optional<ShopOrder> order() {
        return shop.order(ref());
    }

    /// Cancels the order, unless money is on its way.
    public void cancel() throws IOException {
        try {
            if (imtokenPay.abandon(ref()) == CancelOutcome.TOO_LATE) {
                back(
                        FacesMessage.SEVERITY_ERROR,
                        "Money for this order is on its way, so it can no longer be cancelled.");
                return;
            }
            shop.cancel(ref());
            back(FacesMessage.SEVERITY_INFO, "The order is cancelled.");
        } catch (PaymentRefusal refusal) {
            back(FacesMessage.SEVERITY_ERROR, refusal.getMessage());
        }
    }

    /// The order's name; empty where the address has none.
    public String ref() {
        return field("ref");
    }

    /// To the order's page again, so that a reload repeats nothing.
    private void back(FacesMessage.Severity severity, String words) throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(null, new FacesMessage(severity, words, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.getExternalContext()
                .redirect(faces.getApplication()
                        .getViewHandler()
                        .getRedirectURL(faces, "/order.xhtml", Map.of("ref", List.of(ref())), false));
    }

    private String field(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
