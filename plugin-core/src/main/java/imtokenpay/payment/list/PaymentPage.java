package imtokenpay.payment.list;

import imtokenpay.payment.Payment;
import java.util.List;

/// A few payments of a store.
///
/// @param cursor where the next page begins
/// @param hasMore whether there are more by now
public record PaymentPage(List<Payment> payments, PaymentCursor cursor, boolean hasMore) {
    /// The longest page.
    public static final int PAYMENTS_MAX = 100;

    public PaymentPage {
        payments = List.copyOf(payments);
    }
}
