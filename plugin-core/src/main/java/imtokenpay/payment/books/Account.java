package imtokenpay.payment.books;

import imtokenpay.payment.PaymentStatus;
import java.util.Locale;

/// What money stands on. What came in is on the debit side of [#RECEIVED]; what it is for is on the credit side of all
/// others.
public enum Account {
    /// What is on the chain: came in, less what went back.
    RECEIVED,
    /// What was due for orders that are paid: the store's.
    SETTLED,
    /// What came beyond the due amount of orders that are paid.
    OVERPAID,
    /// What came for orders that are not paid: in part, not final, late, or taken back by a reorg in part.
    WAITING,
    /// What came for orders whose matter a person has ended.
    CLOSED,
    /// What came and matches no order.
    UNMATCHED,
    /// What went back to shoppers, whatever it had come for.
    REFUNDED;

    /// The account of money that came for a payment which stands so and is not settled.
    public static Account of(PaymentStatus status) {
        return switch (status) {
            case CLOSED -> CLOSED;
            case AWAITING, UNDERPAID, CONFIRMING, EXPIRED, CANCELLED, UNRESOLVED, REVERSED -> WAITING;
            case SETTLED -> throw new IllegalArgumentException("a settled payment has its own two accounts");
        };
    }

    /// The word in reports.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
