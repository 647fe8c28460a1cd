package imtokenpay.payment;

import imtokenpay.chain.ChainView;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// All payments. Reading one to change it locks it until the transaction ends, so that two changes never cross.
public interface Payments {
    /// Adds a new payment.
    void add(Payment payment);

    /// A payment, to look at.
    Optional<Payment> byId(PaymentId id);

    /// A payment, to change; nobody else can change it before this transaction ends.
    Optional<Payment> locked(PaymentId id);

    /// Writes a payment's new standing and terms. If it ended unpaid, its discount is given back.
    void replace(Payment payment);

    /// The payments whose standing may have changed by this view, apart from those with new facts: the ones
    /// that wait for confirmations, and the ones whose time is over.
    Collection<PaymentId> stirredBy(ChainView view);

    /// Whether a payment that must be called final by its chain has money above that height, or, with
    /// [ChainView#NONE], waits for more than blocks.
    boolean needFinal(ChainId chain, long finalHeight);

    /// Whether money for any payment on a chain is to be reckoned with: it is open, was reversed, or its deadline is
    /// not before `since`, so that a shopper may just be a little late, or pay a second time.
    boolean areExpected(ChainId chain, Instant since);

    /// How far each of these payments is: the number of its newest event. Those that do not exist are left out.
    ///
    /// @param ids at most 1,000
    Map<PaymentId, Long> sequences(Collection<PaymentId> ids);
}
