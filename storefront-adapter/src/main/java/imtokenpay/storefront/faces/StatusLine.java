package imtokenpay.storefront.faces;

import imtokenpay.storefront.PaymentStanding;
import imtokenpay.storefront.PaymentStatus;
import imtokenpay.storefront.text.Texts;

/// One line on how a payment stands.
///
/// @param words for the shopper
/// @param status for style sheets
/// @param link where the shopper can go on; empty for nowhere
public record StatusLine(String words, PaymentStatus status, String link) {

    static StatusLine of(PaymentStanding standing, Texts texts) {
        return new StatusLine(words(standing, texts), standing.status(), standing.checkoutUrl());
    }

    private static String words(PaymentStanding standing, Texts texts) {
        return switch (standing.status()) {
            case CONFIRMING ->
                standing.confirmationsRequired() == 0
                        ? texts.of("status.seen")
                        : texts.of("status.CONFIRMING", standing.confirmations(), standing.confirmationsRequired());
            case AWAITING, UNDERPAID, SETTLED, EXPIRED, CANCELLED, UNRESOLVED, REVERSED, CLOSED ->
                texts.of("status." + standing.status().name());
        };
    }
}
