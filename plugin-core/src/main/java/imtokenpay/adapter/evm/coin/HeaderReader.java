package imtokenpay.adapter.evm.coin;

import imtokenpay.adapter.evm.json.Field;
import imtokenpay.adapter.evm.json.Slice;
import imtokenpay.adapter.evm.json.Walker;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.ChainUnavailable.Reason;
import java.time.DateTimeException;
import java.time.Instant;

/// Reads the answer to `eth_getBlockByNumber`. What is in the block is left to a kind of it. For one use.
class HeaderReader implements Walker<BlockRef> {
    private final Field number = new Field("number");
    private final Field hash = new Field("hash");
    private final Field parentHash = new Field("parentHash");
    private final Field timestamp = new Field("timestamp");
    private final Field[] fields = {number, hash, parentHash, timestamp};

    @Override
    public BlockRef walk(Slice slice) {
        if (slice.isAt('n')) {
            throw new ChainUnavailable(Reason.BEHIND, "the node does not have a block that it should have");
        }
        for (var more = slice.opens('{', '}'); more; more = slice.goesOn('}')) {
            slice.name();
            if (!Field.take(slice, fields)) {
                other(slice);
            }
        }
        try {
            var time = Instant.ofEpochSecond(timestamp.small());
            return new BlockRef(number.small(), hash.hash(), parentHash.hash(), time);
        } catch (DateTimeException absurd) {
            throw new ChainUnavailable("the node answered a block of an absurd time", absurd);
        }
    }

    /// Reads or passes over another part of the block.
    void other(Slice slice) {
        slice.value();
    }
}
