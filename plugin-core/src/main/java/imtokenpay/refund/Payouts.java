package imtokenpay.refund;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;

/// Every transfer that was seen for a refund, each exactly once: what the merchant's wallet sent to shoppers.
public interface Payouts {
    /// A transfer and the refund that it pays.
    record Payout(Transfer transfer, RefundId refundId) {}

    /// The payout of that transfer, if it was seen before.
    Optional<Payout> byId(TransferId id);

    /// The payouts of one transaction, wherever they stand now.
    List<Payout> ofTransaction(ChainId chain, String txHash);

    /// Enters a payout, or replaces what is known under its transfer's id.
    void enter(Payout payout);

    /// Notes where a transfer stands now.
    void stands(TransferId id, Inclusion inclusion);

    /// The payouts that stand in blocks above that height.
    List<Payout> above(ChainId chain, long height);

    /// The transfers that were seen for a refund, oldest first.
    List<Transfer> of(RefundId id);
}
