package imtokenpay.flow.demand;

import imtokenpay.flow.UseCase;
import imtokenpay.money.ChainId;
import imtokenpay.refund.Payouts;
import imtokenpay.refund.Refund;
import imtokenpay.refund.Refunds;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/// Whether a chain has to be read for refunds. While none is open, none is looked for.
@UseCase
public class RefundDemand {
    // Who records a refund pays it the same day, or forgets it; then an hour more does no harm.
    private static final Duration SOON = Duration.ofDays(1);

    private final Refunds refunds;
    private final Payouts payouts;

    @Inject
    public RefundDemand(Refunds refunds, Payouts payouts) {
        this.refunds = refunds;
        this.payouts = payouts;
    }

    /// Whether the merchant may pay one at any moment, or one waits for confirmations.
    boolean areExpected(ChainId chain, Instant now) {
        return refunds.areExpected(chain, now.minus(SOON));
    }

    /// Whether money may go to any, however long it is open, and for a while after it has ended: it may have been paid
    /// before it was cancelled, or once more.
    ///
    /// @param readTo how far the chain was read
    boolean mayBePaid(ChainId chain, Instant readTo) {
        return !refunds.payees(chain, readTo.minus(Refund.WATCHED_AFTERWARDS)).isEmpty();
    }

    /// Whether one was paid in a block above that height.
    boolean werePaidAbove(ChainId chain, long height) {
        return !payouts.above(chain, height).isEmpty();
    }
}
