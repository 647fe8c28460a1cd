package imtokenpay.adapter.bitcoin.block;

import imtokenpay.adapter.bitcoin.address.BitcoinAddress;
import imtokenpay.adapter.bitcoin.address.BitcoinNet;
import imtokenpay.chain.Address;
import java.util.Arrays;
import java.util.Optional;

/// All who have an address. A script of another kind pays nobody whom a person could name.
record Everybody(BitcoinNet net) implements Receivers {
    @Override
    public Optional<Address> receiver(byte[] bytes, int from, int to) {
        return BitcoinAddress.of(net, Arrays.copyOfRange(bytes, from, to));
    }
}
