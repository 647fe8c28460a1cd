package imtokenpay.adapter.evm.token;

import imtokenpay.adapter.evm.pace.Range;
import imtokenpay.chain.Address;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import imtokenpay.money.Amount;
import java.time.Instant;
import java.util.Optional;

/// A log that moves a watched token to one of ours, as the node told of it.
public record TokenMove(Block block, TransferId id, Amount amount, Parties parties) {
    /// The block that holds it, as far as the log tells.
    public record Block(long height, String hash, Optional<Instant> time) {}

    /// Who gave, and who got.
    public record Parties(Address sender, Address receiver) {}

    /// The transfer that it is.
    ///
    /// @param block the block at its height
    /// @throws ChainUnavailable if the log is of another block
    public Transfer in(Inclusion.Included block, Instant now) {
        if (block.height() != height() || !block.hash().equals(this.block.hash())) {
            throw new ChainUnavailable(Reason.INCONSISTENT, "the node's logs are not of the blocks that it showed");
        }
        var sighting = new Transfer.Sighting(now, block.time(), block);
        return new Transfer(id, amount, parties.sender(), parties.receiver(), sighting);
    }

    /// The height of its block.
    public long height() {
        return block.height();
    }

    /// @throws ChainUnavailable if it is of a block outside of the range that was asked for
    void checkIsIn(Range range) {
        if (height() < range.from() || height() > range.to()) {
            throw new ChainUnavailable(
                    Reason.INCONSISTENT, "the node's logs are not of the blocks that were asked for");
        }
    }
}
