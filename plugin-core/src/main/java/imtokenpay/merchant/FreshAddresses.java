package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.money.Asset;
import java.util.List;

/// The addresses of accounts that were ever taken for a payment, each index once: the database forbids a second time.
public interface FreshAddresses {
    /// How many an account may have in a row that nobody paid to. Wallets look no further than this for money (BIP-44),
    /// so a payment beyond would be lost from the merchant's sight.
    int UNPAID_MAX = 20;

    /// An account in an asset; the same account in another asset counts by itself.
    record Series(Asset asset, String fingerprint) {}

    /// An address that was taken.
    ///
    /// @param paid whether the chain holds money that came to it
    /// @param leased whether it is a payment's own at this moment
    record Taken(int index, Address address, boolean paid, boolean leased) {}

    /// Notes that an index is taken; false when another transaction took it first.
    boolean take(Series series, int index, Address address);

    /// The newest [#UNPAID_MAX] of them, newest first.
    List<Taken> newest(Series series);
}
