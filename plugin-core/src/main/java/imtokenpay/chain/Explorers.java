package imtokenpay.chain;

import imtokenpay.money.ChainId;
import java.util.Optional;

/// Where anybody can look at a transaction with his own eyes.
@FunctionalInterface
public interface Explorers {
    /// The address of the page about a transaction; empty where nobody has such a page.
    Optional<String> transaction(ChainId chain, String txHash);
}
