package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.Address;
import java.util.Optional;

/// Whose payments are picked out of transactions.
interface Receivers {
    /// Who is paid by the script between those places; empty if nobody who matters.
    Optional<Address> receiver(byte[] bytes, int from, int to);

    BitcoinNet net();
}
