package imtokenpay.simulation;

import imtokenpay.chain.Address;
import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Inclusion;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.TransferId;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Amount;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// One of several providers, which twists what an honest one says.
///
/// @param manner how it behaves at this moment
/// @param wished the amount that an invented transfer moves
record LyingNode(ChainReader honest, Supplier<Manner> manner, Supplier<Amount> wished) implements ChainReader {
    /// How a provider behaves.
    enum Manner {
        HONEST,
        DOWN,
        LAGS,
        SHOWS_NO_TRANSFERS,
        HIDES_ONE,
        INVENTS_ONE,
        SHOWS_ANOTHER_BLOCK
    }

    @Override
    public ChainId chain() {
        return honest.chain();
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        var is = upright();
        if (is == Manner.LAGS) {
            return honest.read(known, watch, known.last().height());
        }
        var reading = honest.read(known, watch, heightMax);
        if (reading.blocks().isEmpty()) {
            return reading;
        }
        var blocks = new ArrayList<>(reading.blocks());
        if (is == Manner.SHOWS_ANOTHER_BLOCK) {
            blocks.add(another(blocks.removeLast()));
        }
        var transfers = twisted(is, reading.transfers(), reading.last());
        return new Reading(reading.fork(), blocks, transfers, reading.view(), reading.isComplete());
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        return twisted(upright(), honest.transfersIn(from, to, watch), honest.beginning(Instant.MAX));
    }

    @Override
    public BlockRef beginning(Instant moment) {
        return switch (upright()) {
            case SHOWS_ANOTHER_BLOCK -> another(honest.beginning(moment));
            case HONEST, DOWN, LAGS, SHOWS_NO_TRANSFERS, HIDES_ONE, INVENTS_ONE -> honest.beginning(moment);
        };
    }

    @Override
    public int decimals(Asset asset) {
        upright();
        return honest.decimals(asset);
    }

    private Manner upright() {
        var is = manner.get();
        if (is == Manner.DOWN) {
            throw new ChainUnavailable(ChainUnavailable.Reason.UNREACHABLE, "the simulated provider is down");
        }
        return is;
    }

    private List<Transfer> twisted(Manner is, List<Transfer> truth, BlockRef last) {
        var transfers = new ArrayList<>(truth);
        switch (is) {
            case SHOWS_NO_TRANSFERS -> transfers.clear();
            case HIDES_ONE -> transfers.stream().findFirst().ifPresent(transfers::remove);
            case INVENTS_ONE -> transfers.add(invented(last));
            // A transfer stands in the block that is shown.
            case SHOWS_ANOTHER_BLOCK, HONEST, DOWN, LAGS -> {}
        }
        return transfers;
    }

    private Transfer invented(BlockRef block) {
        return new Transfer(
                new TransferId(chain(), "0xfake" + block.hash(), 0),
                wished.get(),
                new Address("nobody"),
                World.RECEIVER,
                new Transfer.Sighting(block.time(), block.time(), new Inclusion.Included(block)));
    }

    private static BlockRef another(BlockRef block) {
        return new BlockRef(block.height(), block.hash() + "'", block.parentHash(), block.time());
    }
}
