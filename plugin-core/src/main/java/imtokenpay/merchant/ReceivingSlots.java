package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who may be paid through which slot. Two live leases of one slot are impossible, and so are a lease of an amount and
/// a lease of any amount at one address: the database forbids both.
public interface ReceivingSlots {
    /// What an address has been to an asset since it was first shown to a shopper. That never changes: who knows a
    /// shared address may pay there years later, and such money must not meet a payment that takes any amount.
    enum Use {
        SHARED,
        EXCLUSIVE
    }

    /// Leases the slot to a payment; false when it is leased already, or when its address is of the other use.
    boolean lease(ReceivingSlot slot, String paymentId, Instant until);

    /// The payment that so much money at that address belongs to: the holder of just that amount, else the holder of
    /// the address.
    Optional<String> holder(Address receiver, Amount came);

    /// The use that an address has had for an asset; empty while no shopper was ever shown it.
    Optional<Use> use(Asset asset, Address address);

    /// The addresses that are one payment's own at this moment.
    Set<Address> exclusive(Asset asset);

    /// The addresses that leased slots of a chain wait at, also those that the merchant has replaced since.
    Set<Address> receivers(ChainId chain);

    /// How many addresses of a chain were ever leased for the first time. Whoever knows the addresses up to that number
    /// has to look only for those [#shownAfter] it.
    long shown(ChainId chain);

    /// The addresses of a chain whose first lease came after so many others.
    Set<Address> shownAfter(ChainId chain, long number);

    /// Whether any slot of a chain is leased beyond that moment.
    boolean areLeasedAfter(ChainId chain, Instant moment);

    /// Ends the leases of a chain that were due before that moment, so that their slots can be used again; a bounded
    /// number at once.
    void releaseDue(ChainId chain, Instant before);
}
