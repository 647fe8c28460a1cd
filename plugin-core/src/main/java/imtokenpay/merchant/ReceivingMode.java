package imtokenpay.merchant;

import imtokenpay.chain.Address;
import java.util.List;

/// How the merchant tells one payment's money from another's in an asset.
public sealed interface ReceivingMode {

    /// By the amount: all payments go to the shared address, each with a tail of its own.
    record Shared() implements ReceivingMode {}

    /// By the address: each payment has one of these for itself. When all are taken, by the amount.
    record Pool(List<Address> addresses) implements ReceivingMode {
        public Pool {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty()) {
                throw new IllegalArgumentException("a pool of no addresses");
            }
            if (addresses.stream().distinct().count() != addresses.size()) {
                throw new IllegalArgumentException("an address stands twice in the pool");
            }
        }
    }

    /// By the address: each payment has a fresh one of that account. When too many wait unpaid, by the amount.
    record Fresh(Account account) implements ReceivingMode {}

    /// An account of the merchant's wallet, known by its public half: it makes addresses and spends nothing.
    interface Account {
        /// A name for the account that gives none of its addresses away.
        String fingerprint();

        /// Its address of that index, always the same.
        ///
        /// @param index from 0
        Address address(int index);
    }
}
