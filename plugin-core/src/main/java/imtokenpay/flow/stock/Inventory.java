package imtokenpay.flow.stock;

import imtokenpay.flow.stock.Stock.Waiting;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import imtokenpay.refund.RefundState;

/// Counts what there is. Each question is answered by an index and ends at `most`, so that none grows with the shop.
public interface Inventory {
    /// Asks the least that can be asked.
    ///
    /// @throws RuntimeException if the database does not answer
    void touch();

    /// The payments of a chain that stand so.
    long payments(ChainId chain, PaymentStatus status, int most);

    /// Money in the chain that matches nothing.
    long unmatched(int most);

    /// The refunds on a chain that stand so.
    long refunds(ChainId chain, RefundState state, int most);

    /// The events that their stores were not told of yet.
    Waiting waiting(int most);

    /// The events that are given up.
    long parked(int most);

    /// Whether that node has the right to write for a chain now.
    boolean holds(ChainId chain, String node);
}
