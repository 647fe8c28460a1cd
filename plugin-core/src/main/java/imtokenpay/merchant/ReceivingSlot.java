package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import java.math.BigInteger;

/// What a transfer must look like to belong to one payment: this asset, to this address, and as much as it takes.
public record ReceivingSlot(Address receiver, Asset asset, Takes takes) {

    /// How much a slot takes.
    public sealed interface Takes {
        /// Just so many base units: the address is shared, and the amount tells the payment.
        record Exactly(BigInteger units) implements Takes {
            public Exactly {
                if (units.signum() <= 0) {
                    throw new IllegalArgumentException("a slot of nothing");
                }
            }
        }

        /// Whatever comes: the address is one payment's own.
        record Any() implements Takes {}
    }

    /// The slot of just that amount at a shared address.
    public ReceivingSlot(Address receiver, Amount amount) {
        this(receiver, amount.asset(), new Takes.Exactly(amount.units()));
    }

    /// The slot of an address that is one payment's own.
    public static ReceivingSlot any(Address receiver, Asset asset) {
        return new ReceivingSlot(receiver, asset, new Takes.Any());
    }
}
