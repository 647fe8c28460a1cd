package imtokenpay.chain;

import imtokenpay.money.ChainId;
import java.time.Instant;

/// How far we have read a chain. Time and chain come in together, so that a dead node lets nothing expire.
///
/// @param head height of the newest block that was fully read
/// @param asOf every transfer in a block of this time or before is known to us; moves only with a successful reading
public record ChainView(ChainId chain, long head, Instant asOf) {

    /// How many blocks confirm the transfer, its own counting 1; 0 when it is in no block.
    public long confirmations(Transfer transfer) {
        return switch (transfer.sighting().inclusion()) {
            case Inclusion.Included block -> Math.max(0, head - block.height() + 1);
            case Inclusion.Gone() -> 0;
        };
    }
}
