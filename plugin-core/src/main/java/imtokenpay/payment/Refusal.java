package imtokenpay.payment;

/// A polite, expected "no", with its reason. Where several apply, the one listed first is given.
public class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    /// Why. The words are for the caller; the code is [#code].
    public enum Reason {
        IDEMPOTENCY_KEY_REUSED(
                "The Idempotency-Key was used before with another body. Use a new key for a new payment."),
        UNKNOWN_ASSET("This store does not accept that asset. GET /payment-method lists what it accepts."),
        ASSET_NOT_VERIFIED(
                "The asset's decimals could not be read on its chain yet, so no amount can be fixed. Check the node."),
        CHAIN_NOT_WATCHED("The asset's chain has not been read yet, so money could be missed. Try again in a moment."),
        RETURN_URL_NOT_ALLOWED("returnUrl does not lead to one of the store's return origins."),
        NO_RATE("The asset has no rate for this currency now: none is configured, or its sources of prices are"
                + " silent or disagree. Try again in a minute, offer another asset, or look at the log."),
        AMOUNT_TOO_SMALL("The price is less than the smallest amount that can be paid in this asset."),
        AMOUNT_TOO_LARGE("The price in this asset is more than a transfer can carry."),
        NO_SLOT_FREE("No address and no amount of this price is free in this asset. Try again, or use another asset."),
        PAYMENT_DETECTED("Money is on its way or has arrived, so the payment cannot be cancelled any more."),
        NOT_OPEN("The payment has ended, so there is nothing to cancel."),
        REASON_MISSING("A decision about money needs a reason of 1 to 500 characters."),
        NOT_TO_BE_ACCEPTED("The payment has no late or short money to accept."),
        NOTHING_RECEIVED("Nothing is in the chain for this payment, so there is nothing to accept."),
        NOT_TO_BE_CLOSED("Only a payment that is unresolved or reversed can be closed."),
        ALREADY_CREDITED("That money is credited to a payment already."),
        OTHER_ASSET("That money is another asset than the payment asks for."),
        REFUND_RECORDED("Money of this payment is to be given back, or was. Cancel its refunds first, if that can be."),
        REFUND_TOO_EARLY("The payment is still open. It can be refunded once it has ended."),
        REFUND_TOO_LARGE(
                "The refunds of a payment together cannot be more than its final money. GET its refunds to see what is"
                        + " left."),
        NO_SURPLUS("The payment has no final surplus that is not refunded already."),
        REFUND_ADDRESS_IS_OURS(
                "That address receives payments for this shop, or is a token's contract. Ask the shopper for his own."),
        REFUND_LOOKS_LIKE_ANOTHER(
                "Another refund of exactly this amount to this address is not finished, and one transfer could not be"
                        + " told from the other. Finish that one first, or change the amount."),
        REFUND_ADDRESS_GIVEN_TOO_OFTEN("The address was changed too often. Cancel the refund and record a new one."),
        REFUND_ADDRESS_FROM_SHOP("The shop has entered this address. Ask the shop to change it."),
        REFUND_SEEN("A transfer for this refund was seen, so it cannot be changed any more."),
        REFUND_ENDED("The refund has ended, so it cannot be changed any more.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /// What happened, why, and what to do.
        public String words() {
            return words;
        }

        /// The stable code for programs, such as `unknown_asset`.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Reason reason;

    public Refusal(Reason reason) {
        super(reason.words());
        this.reason = reason;
    }

    /// Why.
    public Reason reason() {
        return reason;
    }
}
