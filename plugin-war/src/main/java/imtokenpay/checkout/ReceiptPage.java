package imtokenpay.checkout;

import imtokenpay.payment.receipt.Receipt;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// What the receipt's page shows, to be printed or kept.
///
/// @param payment the page of the payment that it is of
/// @param hasSignature whether there is a signed file of it
public record ReceiptPage(Receipt receipt, CheckoutPage payment, boolean hasSignature) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// One transaction that paid.
    ///
    /// @param time when, by the chain's clock
    public record Line(CheckoutPage.Lookup lookup, String amount, String time) {}

    /// Where it is.
    public String url() {
        return payment.url() + "/receipt";
    }

    /// When the last transaction paid.
    public String paidAt() {
        return text(receipt.paidAt());
    }

    /// What was paid, all together.
    public String paid() {
        return receipt.paid().toString();
    }

    /// The transactions, oldest first.
    public List<Line> lines() {
        return receipt.transfers().stream()
                .map(transfer -> new Line(
                        payment.lookup(transfer.id().txHash()),
                        transfer.amount().toString(),
                        text(Receipt.time(transfer))))
                .toList();
    }

    private static String text(Instant time) {
        return TIME.format(time);
    }
}
