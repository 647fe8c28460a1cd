package imtokenpay.merchant;

import imtokenpay.chain.Address;
import imtokenpay.money.Amount;

/// What a transfer must look like to belong to one payment: this much of this asset to this address.
public record ReceivingSlot(Address receiver, Amount amount) {}
