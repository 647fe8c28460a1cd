package imtokenpay.merchant;

import java.time.Instant;
import java.util.Optional;

/// Who may be paid through which slot. Two live leases of one slot are impossible: the database forbids them.
public interface ReceivingSlots {
    /// Leases the slot to a payment; false when it is leased already.
    boolean lease(ReceivingSlot slot, String paymentId, Instant until);

    /// The payment that holds the slot.
    Optional<String> holder(ReceivingSlot slot);

    /// Ends the leases that were due before that moment, so that their slots can be used again.
    void releaseDue(Instant before);
}
