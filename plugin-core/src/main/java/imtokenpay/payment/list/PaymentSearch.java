package imtokenpay.payment.list;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.payment.Ledger;
import imtokenpay.payment.Payment;
import java.util.List;

/// Finds payments and money of all stores by what a shopper can tell of them, the newest first. However much is kept,
/// each answer is read from an index.
public interface PaymentSearch {
    /// The ids of all stores that ever asked for a payment.
    List<String> stores();

    /// Payments to that address.
    ///
    /// @param address in the chain's canonical spelling
    /// @param count 1 to 100
    List<Payment> paidTo(Address address, int count);

    /// Payments of which that much is due.
    ///
    /// @param count 1 to 100
    List<Payment> due(Amount amount, int count);

    /// Payments of which about that much is due.
    ///
    /// @param low of the same asset as `high`
    /// @param count 1 to 100
    List<Payment> dueBetween(Amount low, Amount high, int count);

    /// Money that came from that address or to it.
    ///
    /// @param address in the chain's canonical spelling
    /// @param count 1 to 100
    List<Ledger.Entry> moved(Address address, int count);

    /// Money of that amount.
    ///
    /// @param count 1 to 100
    List<Ledger.Entry> moved(Amount amount, int count);
}
