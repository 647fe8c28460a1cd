package imtokenpay.flow.stock;

import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.payment.PaymentStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there was at one moment. No count is larger than [TakeStock#MOST] for each chain.
///
/// @param payments those that somebody may still have to do with, by where they stand
/// @param unmatched money in the chain that matches nothing
/// @param held the chains that this node has the right to write for
/// @param free the addresses of each pool that no payment has now
public record Stock(
        Map<PaymentStatus, Long> payments, long unmatched, Telling telling, Set<ChainId> held, Map<Asset, Long> free) {
    public Stock {
        payments = Map.copyOf(payments);
        held = Set.copyOf(held);
        free = Map.copyOf(free);
    }

    /// How the telling of stores goes.
    ///
    /// @param parked the events that are given up
    /// @param disabled the endpoints that answered 410 Gone
    public record Telling(Waiting waiting, long parked, long disabled) {}

    /// The events that their stores were not told of yet.
    ///
    /// @param oldest when the oldest of them happened; empty where none waits
    public record Waiting(long events, Optional<Instant> oldest) {}
}
