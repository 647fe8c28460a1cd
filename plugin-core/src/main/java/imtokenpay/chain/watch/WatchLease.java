package imtokenpay.chain.watch;

import imtokenpay.money.ChainId;
import java.time.Duration;
import java.util.Optional;

/// Lets one node of a cluster at a time write what a chain shows.
public interface WatchLease {
    /// The right to write for a chain. Every writing commit names it, and a stale one is refused.
    ///
    /// @param epoch rises each time the lease changes hands
    record Lease(ChainId chain, String owner, long epoch) {}

    /// Takes or prolongs the lease; empty while another node holds it.
    Optional<Lease> acquire(ChainId chain, String owner, Duration length);
}
