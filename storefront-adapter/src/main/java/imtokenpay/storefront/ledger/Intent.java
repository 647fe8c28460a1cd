package imtokenpay.storefront.ledger;

import imtokenpay.storefront.PaymentNotice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the store wants to be paid: written down before the plugin is asked, and asked again word for word.
///
/// @param clientReference made by us; also the idempotency key
/// @param orderRef the order's name in the store
/// @param asset CAIP-19 id
/// @param amount in whole units of `currency`, with exactly its digits
/// @param currency ISO 4217 code
/// @param description for the shopper; may be empty
/// @param returnUrl may be empty
/// @param customer the store's name for who pays; may be empty
public record Intent(
        String clientReference,
        String orderRef,
        String asset,
        BigDecimal amount,
        String currency,
        String description,
        String returnUrl,
        String customer) {

    /// Whether a payment is the one that was asked for.
    boolean fits(PaymentNotice payment) {
        return orderRef.equals(payment.orderRef())
                && asset.equals(payment.asset())
                && amount.compareTo(payment.amount()) == 0
                && currency.equals(payment.currency());
    }

    /// The same for all intents of which only one may be open: same order, asset and amount.
    String openKey() {
        String words = String.join("\n", orderRef, asset, amount.toPlainString(), currency);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
