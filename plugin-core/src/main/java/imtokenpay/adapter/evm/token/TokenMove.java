package imtokenpay.adapter.evm.token;

import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Amount;
import java.time.Instant;

/// A log that moves a watched token to one of ours, as the node told of it.
public record TokenMove(long height, String blockHash, TransferId id, Amount amount, Parties parties) {
    /// Who gave, and who got.
    public record Parties(Address sender, Address receiver) {}

    /// The transfer that it is.
    ///
    /// @param block the block that we hold at its height
    /// @throws ChainUnavailable if the log is of another block
    public Transfer in(BlockRef block, Instant now) {
        if (!block.hash().equals(blockHash)) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node's logs are not of the blocks that it showed");
        }
        var sighting = new Transfer.Sighting(now, block.time(), new Inclusion.Included(block));
        return new Transfer(id, amount, parties.sender(), parties.receiver(), sighting);
    }

    /// @throws ChainUnavailable if it is of a block outside of the range that was asked for
    void checkIsIn(Range range) {
        if (height < range.from() || height > range.to()) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node's logs are not of the blocks that were asked for");
        }
    }
}
