package imtokenpay.storefront;

/// Why nothing can be paid now, each with a sentence for the shopper.
public enum RefusalReason {
    NOT_SET_UP("Paying with imToken is not set up in this store. Please choose another way to pay."),
    ORDER_NOT_FOUND("There is no such order."),
    ORDER_NOT_PAYABLE("This order does not wait for a payment."),
    ALREADY_PAID("This order has been paid. The confirmation is on its way."),
    MONEY_ON_ITS_WAY("Money for this order has been seen already. Please wait until it is confirmed."),
    BEING_LOOKED_AT(
            "A payment for this order is being looked at by a person. Please ask the store before paying again."),
    ASSET_NOT_ACCEPTED("The store does not accept this asset. Please choose another one."),
    ASSET_NOT_READY("This asset cannot be used right now. Your order is kept; please choose another one."),
    AMOUNT_TOO_SMALL("The amount is too small to be paid with this asset."),
    AMOUNT_TOO_LARGE("The amount is too large to be paid with imToken."),
    BUSY("Too many payments are open at this moment. Your order is kept; please try again in a minute."),
    PAYMENT_NOT_FOUND("There is no such payment."),
    NO_ANSWER("The payment service does not answer. Your order is kept; try again or choose another way to pay."),
    REFUSED("The payment service did not take the order. Your order is kept; try again or choose another way to pay.");

    private final String words;

    RefusalReason(String words) {
        this.words = words;
    }

    /// One or two sentences for the shopper.
    public String words() {
        return words;
    }
}
