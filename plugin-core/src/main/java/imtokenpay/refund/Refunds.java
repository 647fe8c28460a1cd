package imtokenpay.refund;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// All refunds. Whoever changes one holds the lock of its payment, so that two changes never cross.
public interface Refunds {
    /// How the call that recorded a refund is recognised when it comes again.
    ///
    /// @param requestHash of what was asked for; the same key with another hash is refused
    record Call(String key, String requestHash) {}

    /// A refund and the hash of the call that recorded it.
    record Made(Refund refund, String requestHash) {}

    /// Adds a new refund.
    void add(Refund refund, Call call);

    /// The refund of a payment that a call with that key recorded before.
    Optional<Made> madeBy(PaymentId id, String key);

    /// One refund.
    Optional<Refund> byId(RefundId id);

    /// A payment's refunds, oldest first.
    List<Refund> of(PaymentId id);

    /// The newest refunds of all payments, newest first.
    ///
    /// @param count 1 to 200
    List<Refund> newest(int count);

    /// Writes a refund's new standing and destinations.
    void replace(Refund refund);

    /// Takes an address and the refund's amount for it, so that a transfer tells it from all others; false when another
    /// refund that has not ended has them. The database forbids two.
    boolean reserve(Refund refund, Address address);

    /// Lets others have what was reserved.
    void release(Refund refund);

    /// The addresses of a chain where a refund may be paid: of all that have not ended, or ended after that moment.
    Set<Address> payees(ChainId chain, Instant endedAfter);

    /// Which of these addresses were ever given for a refund on a chain.
    Set<Address> payeesAmong(ChainId chain, Collection<Address> addresses);

    /// The refunds that were given that address and have that amount, oldest first.
    List<Refund> at(Address address, Amount amount);

    /// The refunds on a chain that wait for confirmations.
    List<Refund> seen(ChainId chain);

    /// Whether any refund on a chain is about to be paid: it is seen, or open and was touched at that moment or since.
    boolean areExpected(ChainId chain, Instant since);
}
