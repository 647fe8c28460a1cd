package imtokenpay.payment;

import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.money.ChainId;
import java.util.List;
import java.util.Optional;

/// Every transfer that we ever saw, each exactly once, credited to a payment or not.
public interface Ledger {
    /// A transfer and whom it was credited to.
    ///
    /// @param paymentId empty for money that matches nothing and waits in the inbox
    record Entry(Transfer transfer, Optional<PaymentId> paymentId) {}

    /// The entry of that transfer, if it was seen before.
    Optional<Entry> byId(TransferId id);

    /// Enters a transfer that was never seen before.
    void enter(Entry entry);

    /// The entries of one transaction, wherever they stand now.
    List<Entry> ofTransaction(ChainId chain, String txHash);

    /// Replaces what is known under a transfer's id. What a transaction moves, and under which index, can differ from
    /// block to block.
    void correct(Entry entry);

    /// Notes where a transfer stands now.
    void stands(TransferId id, Inclusion inclusion);

    /// The transfers that stand in blocks above that height.
    List<Entry> above(ChainId chain, long height);

    /// The transfers credited to a payment, oldest first.
    List<Transfer> of(PaymentId id);

    /// Money that matches nothing, newest first.
    ///
    /// @param count 1 to 200
    List<Entry> unmatched(int count);
}
