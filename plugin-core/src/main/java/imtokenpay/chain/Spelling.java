package imtokenpay.chain;

import imtokenpay.money.ChainId;

/// Reads an address that a person typed. What is mistyped is noticed wherever the chain's spelling allows it.
public interface Spelling {
    /// The address in the chain's canonical spelling.
    ///
    /// @throws IllegalArgumentException in words for that person if it is none, or its checksum is wrong
    Address read(ChainId chain, String text);
}
