package imtokenpay.chain;

import imtokenpay.money.Amount;
import java.time.Instant;

/// One movement of an accepted asset to one of our receivers: a fact, written once and never added up by hand.
///
/// @param sender for display only; a smart account or an exchange pays through others
/// @param firstSeen when we first read it, by our clock
public record Transfer(TransferId id, Amount amount, Address sender, Address receiver, Sighting sighting) {

    /// When it was first seen, and where it is now.
    ///
    /// @param firstSeen our clock at the first reading that showed it
    /// @param firstBlockTime the earliest time of a block that held it: a reorg may move it into one that is
    /// dated earlier
    public record Sighting(Instant firstSeen, Instant firstBlockTime, Inclusion inclusion) {}

    /// The same transfer, standing elsewhere now; when it was first seen does not change.
    public Transfer now(Inclusion inclusion) {
        return new Transfer(
                id, amount, sender, receiver, new Sighting(sighting.firstSeen(), sighting.firstBlockTime(), inclusion));
    }

    /// Whether it moves just what `other` moves, wherever either stands.
    public boolean movesTheSameAs(Transfer other) {
        return amount.equals(other.amount) && receiver.equals(other.receiver);
    }

    /// The same transfer, known as long as `earlier` is, which was this one before a reorg.
    public Transfer seenLike(Transfer earlier) {
        var since = earlier.sighting();
        var date = sighting.firstBlockTime().isBefore(since.firstBlockTime())
                ? sighting.firstBlockTime()
                : since.firstBlockTime();
        return new Transfer(id, amount, sender, receiver, new Sighting(since.firstSeen(), date, sighting.inclusion()));
    }

    /// The moment that decides whether it was in time: the earlier of first sight and first block time. Late
    /// reading by us never makes a shopper late.
    public Instant madeAt() {
        return sighting.firstSeen().isBefore(sighting.firstBlockTime())
                ? sighting.firstSeen()
                : sighting.firstBlockTime();
    }

    /// Whether it stands in a block of the chain that we follow.
    public boolean isIncluded() {
        return sighting.inclusion() instanceof Inclusion.Included;
    }
}
