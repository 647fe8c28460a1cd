package imtokenpay.payment.receipt;

import java.util.Optional;

/// Signs receipts, so that whoever has one can prove it without asking the shop.
public interface ReceiptSigner {
    /// Signs a receipt.
    ///
    /// @param receipt as JSON
    /// @return a JSON Web Signature in its compact form (RFC 7515) by an Ed25519 key (RFC 8037), the
    /// same for the same receipt; empty where there is no key
    Optional<String> sign(String receipt);

    /// The keys that signatures are checked with, as a JSON Web Key Set (RFC 7517); an empty one where
    /// there is no key.
    String publicKeys();
}
