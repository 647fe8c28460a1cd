package imtokenpay.storefront;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// One payment as the plugin shows it.
///
/// @param id the payment, `pay_...`
/// @param orderRef the order's name in the store
/// @param clientReference the adapter's own mark on its request; empty for a payment that the adapter did not
/// ask for
/// @param sequence rises with every event of the payment
/// @param status where it stands
/// @param amount the price in whole units of `currency`
/// @param currency ISO 4217 code
/// @param discount what a campaign takes off that price, in whole units of `currency`; zero mostly
/// @param asset CAIP-19 id of what is paid with
/// @param symbol the asset's short name, `ETH`
/// @param chain CAIP-2 id
/// @param assetAmount what is due, in whole units of the asset
/// @param received what has arrived, in whole units of the asset
/// @param surplus what has arrived beyond the due amount
/// @param address where the money goes
/// @param confirmations of the youngest credited transfer
/// @param confirmationsRequired how many make it final
/// @param deadline until when the shopper may pay
/// @param test true for a chain whose money is worth nothing
/// @param checkoutUrl the page to send the shopper to
/// @param transactions every transfer that was credited
/// @param reason a sentence for a person: what happened; empty where the status says it all
public record PaymentNotice(
        String id,
        String orderRef,
        String clientReference,
        long sequence,
        PaymentStatus status,
        BigDecimal amount,
        String currency,
        BigDecimal discount,
        String asset,
        String symbol,
        String chain,
        BigDecimal assetAmount,
        BigDecimal received,
        BigDecimal surplus,
        String address,
        int confirmations,
        int confirmationsRequired,
        Instant deadline,
        boolean test,
        String checkoutUrl,
        List<PaymentTransaction> transactions,
        String reason) {

    public PaymentNotice {
        transactions = List.copyOf(transactions);
    }

    /// The same payment with a sentence on what happened.
    public PaymentNotice because(String why) {
        return new PaymentNotice(
                id,
                orderRef,
                clientReference,
                sequence,
                status,
                amount,
                currency,
                discount,
                asset,
                symbol,
                chain,
                assetAmount,
                received,
                surplus,
                address,
                confirmations,
                confirmationsRequired,
                deadline,
                test,
                checkoutUrl,
                transactions,
                why);
    }
}
