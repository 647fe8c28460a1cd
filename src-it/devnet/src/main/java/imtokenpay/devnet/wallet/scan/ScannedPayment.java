package imtokenpay.devnet.wallet.scan;

import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What a wallet understood from a code.
public sealed interface ScannedPayment {
    /// A whole payment, ready to be confirmed.
    ///
    /// @param units in the asset's smallest unit; zero means that the code names no amount
    /// @param decimals what the code says about the asset, if it says so
    /// @param chain the chain's number, if the code says so
    record Transfer(Asset asset, String receiver, BigInteger units, OptionalInt decimals, OptionalLong chain)
            implements ScannedPayment {
        public Transfer {
            if (units.signum() < 0 || !Addresses.shaped(receiver)) {
                throw new IllegalArgumentException("not a payment: " + units + " to " + receiver);
            }
        }
    }

    /// Only an address: the person types amount and asset.
    record AddressOnly(String receiver) implements ScannedPayment {}

    /// Nothing this wallet can pay.
    ///
    /// @param why in words for the person with the wallet
    record Unrecognised(String why) implements ScannedPayment {}
}
