package imtokenpay.flow.report;

import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.payment.Payment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// A line of a report.
public sealed interface Line {
    /// Where the next page begins.
    Place place();

    /// A payment that was settled, and stands so or was taken back by a reorg since.
    ///
    /// @param at when it was settled, by its chain's time
    /// @param transfers what came for it and is in the chain
    /// @param refunded what went back of it and is in the chain
    /// @param test whether it is play money
    record Settled(Payment payment, Instant at, List<Transfer> transfers, Amount refunded, boolean test)
            implements Line {
        public Settled {
            transfers = List.copyOf(transfers);
        }

        /// What came.
        public Amount received() {
            return transfers.stream()
                    .map(Transfer::amount)
                    .reduce(Amount.zero(payment.terms().due().asset()), Amount::plus);
        }

        @Override
        public Place place() {
            return new Place(at, payment.id().text());
        }
    }

    /// Money that came and settled no order.
    ///
    /// @param payment the one that it was credited to; empty if it matches none
    /// @param refunded what of that payment went back
    /// @param test whether it is play money
    record Loose(Transfer transfer, Optional<Payment> payment, Amount refunded, boolean test) implements Line {
        @Override
        public Place place() {
            return Line.place(transfer);
        }
    }

    /// Money that went back.
    ///
    /// @param payout the transfer that the merchant sent
    record Refunded(Transfer payout, Reason reason) implements Line {
        /// Why, and of what.
        ///
        /// @param storeId the store of the payment
        /// @param rate what one coin was worth when the payment was asked for, in its currency
        public record Reason(
                String refund,
                String payment,
                String storeId,
                String orderRef,
                String state,
                String by,
                String words,
                BigDecimal rate,
                Currency currency) {}

        /// Whom it went to.
        public Address to() {
            return payout.receiver();
        }

        @Override
        public Place place() {
            return Line.place(payout);
        }
    }

    /// What was settled in a span of time by one store in one asset and one currency.
    ///
    /// @param payments how many
    /// @param received what came for them, surplus included
    /// @param price what the store asked for
    /// @param discount what campaigns took off
    record Sum(String storeId, Asset asset, long payments, Amount received, Money money) {
        /// In the store's currency.
        public record Money(Currency currency, BigDecimal price, BigDecimal discount) {}
    }

    private static Place place(Transfer transfer) {
        var id = transfer.id();
        var block = (Inclusion.Included) transfer.sighting().inclusion();
        return new Place(block.time(), id.chain() + "/" + id.txHash() + "/" + id.logIndex());
    }
}
