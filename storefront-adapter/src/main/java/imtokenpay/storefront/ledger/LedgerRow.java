package imtokenpay.storefront.ledger;

import imtokenpay.storefront.PaymentNotice;

/// One row of the ledger.
///
/// @param intent what was asked
/// @param paymentId what the plugin calls it; empty until it is known
/// @param status as the last applied event told it
/// @param sequence of the last applied event; -1 before the first
/// @param told what the store knows
public record LedgerRow(Intent intent, String paymentId, RowStatus status, long sequence, Told told) {

    /// Whether a payment is the one that was asked for.
    public boolean fits(PaymentNotice payment) {
        return intent.fits(payment);
    }
}
