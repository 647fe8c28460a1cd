package imtokenpay.storefront;

/// How the payment of an order stands, as far as the store can tell at this moment. To look at only: an order is
/// paid by [StorefrontOrders#paid] and by nothing else.
///
/// @param paymentId the payment, `pay_...`
/// @param status where it stands
/// @param asset CAIP-19 id of what is paid with
/// @param confirmations how many there are; 0 before the first and while the plugin does not answer
/// @param confirmationsRequired how many make it final; 0 while the plugin does not answer
/// @param checkoutUrl the page to send the shopper to; empty once nothing is left to do there, and while the plugin
///     does not answer
public record PaymentStanding(
        String paymentId,
        PaymentStatus status,
        String asset,
        int confirmations,
        int confirmationsRequired,
        String checkoutUrl) {

    public PaymentStanding {
        if (!checkoutUrl.isEmpty() && !checkoutUrl.matches("https?://.+")) {
            throw new IllegalArgumentException("No page to send a shopper to: " + checkoutUrl);
        }
    }
}
