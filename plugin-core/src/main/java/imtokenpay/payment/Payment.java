package imtokenpay.payment;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.quote.Quote;
import imtokenpay.quote.campaign.Discount;
import java.util.Optional;

/// A payment: what was asked, what was agreed, and where it stands. Immutable; a change is a new one.
///
/// @param receiver where the money goes
/// @param standing where it stands; derived from the facts, kept to be shown and to know what has been announced
public record Payment(PaymentId id, Origin origin, Address receiver, Terms terms, Standing standing) {

    /// What was asked, by whom, at which rate.
    ///
    /// @param discount what the price was reduced by, and the quote is less
    public record Origin(String storeId, PaymentRequest request, Optional<Discount> discount, Quote quote) {
        /// Without a discount.
        public Origin(String storeId, PaymentRequest request, Quote quote) {
            this(storeId, request, Optional.empty(), quote);
        }
    }

    /// Where it stands.
    ///
    /// @param sequence rises by one with every event about this payment
    /// @param surplus the surplus that has been announced
    public record Standing(PaymentStatus status, long sequence, Amount surplus) {}

    /// The status that was derived last.
    public PaymentStatus status() {
        return standing.status();
    }

    /// The number of the newest event about this payment.
    public long sequence() {
        return standing.sequence();
    }

    /// The same payment, having moved.
    public Payment movedTo(PaymentStatus status) {
        return new Payment(id, origin, receiver, terms, new Standing(status, sequence() + 1, standing.surplus()));
    }

    /// The same payment, having announced that so much came beyond the due amount.
    public Payment withSurplus(Amount surplus) {
        return new Payment(id, origin, receiver, terms, new Standing(status(), sequence() + 1, surplus));
    }

    /// The same payment, having lost some of its surplus to a reorg, which nobody is told.
    public Payment withLessSurplus(Amount surplus) {
        return new Payment(id, origin, receiver, terms, new Standing(status(), sequence(), surplus));
    }

    /// The same payment, having one more event that is not about its standing.
    public Payment withOneMoreEvent() {
        return new Payment(id, origin, receiver, terms, new Standing(status(), sequence() + 1, standing.surplus()));
    }

    /// The same payment under amended terms.
    public Payment under(Terms amended) {
        return new Payment(id, origin, receiver, amended, standing);
    }
}
