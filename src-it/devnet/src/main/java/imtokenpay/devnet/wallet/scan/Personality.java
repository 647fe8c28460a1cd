package imtokenpay.devnet.wallet.scan;

import imtokenpay.devnet.wallet.scan.ScannedPayment.AddressOnly;
import imtokenpay.devnet.wallet.scan.ScannedPayment.Unrecognised;
import java.util.regex.Matcher;

/// The three ways wallets read a payment code.
public enum Personality {
    /// imToken's own transfer code.
    IMTOKEN {
        @Override
        public ScannedPayment read(String text) {
            return ImTokenCode.read(text);
        }
    },
    /// MetaMask and others that follow ERC-681.
    EIP_681 {
        @Override
        public ScannedPayment read(String text) {
            return Eip681Code.read(text);
        }
    },
    /// Wallets that look for an address and pass over everything else: a token contract is an address to them,
    /// too.
    ADDRESS_ONLY {
        @Override
        public ScannedPayment read(String text) {
            Matcher address = Addresses.IN_TEXT.matcher(text);
            return address.find()
                    ? new AddressOnly(address.group())
                    : new Unrecognised("There is no address in this code: " + text);
        }
    };

    /// What such a wallet makes of a code's text.
    public abstract ScannedPayment read(String text);
}
