package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who may be paid through which slot. Two live leases of one slot are impossible: the database forbids them.
public interface ReceivingSlots {
    /// Leases the slot to a payment; false when it is leased already.
    boolean lease(ReceivingSlot slot, String paymentId, Instant until);

    /// The payment that holds the slot.
    Optional<String> holder(ReceivingSlot slot);

    /// The addresses that leased slots of a chain wait at, also those that the merchant has replaced since.
    Set<Address> receivers(ChainId chain);

    /// Whether any slot of a chain is leased beyond that moment.
    boolean areLeasedAfter(ChainId chain, Instant moment);

    /// Ends the leases that were due before that moment, so that their slots can be used again.
    void releaseDue(Instant before);
}
