package imtokenpay.storefront;

import imtokenpay.storefront.text.Texts;
import java.util.Locale;

/// Why nothing can be paid now, each with a sentence for the shopper.
public enum RefusalReason {
    NOT_SET_UP,
    ORDER_NOT_FOUND,
    ORDER_NOT_PAYABLE,
    ALREADY_PAID,
    MONEY_ON_ITS_WAY,
    BEING_LOOKED_AT,
    ASSET_NOT_ACCEPTED,
    ASSET_NOT_READY,
    AMOUNT_TOO_SMALL,
    AMOUNT_TOO_LARGE,
    BUSY,
    PAYMENT_NOT_FOUND,
    /// Whether a payment was made is not known; asking again makes no second one.
    NO_ANSWER,
    REFUSED;

    /// One or two sentences for the shopper, in English.
    public String words() {
        return words(Locale.ENGLISH);
    }

    /// The same in the shopper's language, if the adapter has it; else in English.
    public String words(Locale locale) {
        return Texts.in(locale).of("refusal." + name());
    }
}
