package imtokenpay.flow.demand;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.flow.UseCase;
import imtokenpay.merchant.ReceivingSlots;
import imtokenpay.money.ChainId;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payments;
import imtokenpay.payment.Terms;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/// Tells what a chain has to be read for, from our own database alone: finding out costs no call to a node.
@UseCase
public class MeasureDemand {
    // Who is late is mostly late by minutes, and looks at the page. After an hour, an hour more does no harm.
    private static final Duration JUST_LATE = Duration.ofHours(1);

    private final ChainCursors cursors;
    private final ReceivingSlots slots;
    private final Payments payments;
    private final Ledger ledger;
    private final RefundDemand refunds;

    @Inject
    public MeasureDemand(
            ChainCursors cursors, ReceivingSlots slots, Payments payments, Ledger ledger, RefundDemand refunds) {
        this.cursors = cursors;
        this.slots = slots;
        this.payments = payments;
        this.ledger = ledger;
        this.refunds = refunds;
    }

    /// What the chain has to be read for at that moment.
    public Demand of(ChainId chain, Instant now) {
        if (payments.areExpected(chain, now.minus(JUST_LATE))
                || refunds.areExpected(chain, now)
                || canBeUndone(chain)) {
            return Demand.LIVE;
        }
        // As far as it was read, not as late as it is: after an outage, a lease that has run out meanwhile still
        // counts. Read on until it can be released, too.
        var readTo = cursors.view(chain).map(ChainView::asOf).orElse(Instant.EPOCH);
        return slots.areLeasedAfter(chain, readTo.minus(Terms.clocksDifferMax(chain)))
                        || refunds.mayBePaid(chain, readTo)
                ? Demand.LATE
                : Demand.NONE;
    }

    // While a payment's or a refund's money stands in a block that we hold to notice reorgs.
    private boolean canBeUndone(ChainId chain) {
        return cursors.tail(chain)
                .map(tail -> tail.blocks().getFirst())
                .map(BlockRef::height)
                .filter(oldest -> ledger.above(chain, oldest - 1).stream()
                                .anyMatch(entry -> entry.paymentId().isPresent())
                        || refunds.werePaidAbove(chain, oldest - 1))
                .isPresent();
    }
}
