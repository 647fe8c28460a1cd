package imtokenpay.refund;

import imtokenpay.chain.Address;
import java.time.Instant;
import java.util.Locale;

/// Where a refund goes, and who said so. Never taken from a transaction: an exchange or a smart account pays through
/// addresses that are not the shopper's, and history is where poisoned addresses come from.
public record Destination(Address address, Source source, String by, Instant givenAt) {

    /// Whose word it is.
    public enum Source {
        /// The shopper confirmed it on the refund page.
        SHOPPER,
        /// The merchant typed what the shopper had told him.
        MERCHANT;

        /// The word as everybody outside sees it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Destination {
        if (by.isBlank()) {
            throw new IllegalArgumentException("nobody gave the address");
        }
    }
}
