package imtokenpay.chain;

import imtokenpay.money.ChainId;
import java.time.Instant;

/// How far we have read a chain. Time and chain come in together, so that a dead node lets nothing expire.
///
/// @param head height of the newest block that was fully read
/// @param asOf every transfer in a block of this time or before is known to us; moves only with a successful reading
/// @param finalHeight height of the newest block that the chain itself was heard to call final; [#NONE]
/// where nobody asked for it or the node does not say
public record ChainView(ChainId chain, long head, Instant asOf, long finalHeight) {
    /// No block at all.
    public static final long NONE = -1;

    /// Nobody asked which blocks are final.
    public ChainView(ChainId chain, long head, Instant asOf) {
        this(chain, head, asOf, NONE);
    }

    /// The same, with what was known to be final before it, as far as that stands below a reorg.
    ///
    /// @param fork the newest block that the chain still had
    public ChainView after(ChainView before, long fork) {
        var known = Math.max(finalHeight, Math.min(before.finalHeight, fork));
        return new ChainView(chain, head, asOf, Math.min(known, head));
    }

    /// How many blocks confirm the transfer, its own counting 1; 0 when it is in no block.
    public long confirmations(Transfer transfer) {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> Math.max(0, head - block.height() + 1);
            case Inclusion.Gone() -> 0;
        };
    }

    /// Whether the transfer's block is one of those that the chain calls final.
    public boolean isFinal(Transfer transfer) {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> block.height() <= finalHeight;
            case Inclusion.Gone() -> false;
        };
    }
}
