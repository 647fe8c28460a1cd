package imtokenpay.sample.payment;

import jakarta.servlet.http.HttpServletRequest;

/// Where a shopper comes back to.
public final class ShopAddress {

    private ShopAddress() {}

    /// The order's page, absolute, as the browser reached us. A shop behind a proxy would have this configured.
    public static String ofOrder(HttpServletRequest request, String orderRef) {
        String url = request.getRequestURL().toString();
        String origin = url.substring(0, url.length() - request.getRequestURI().length());
        return origin + request.getContextPath() + "/order?ref=" + orderRef;
    }
}
