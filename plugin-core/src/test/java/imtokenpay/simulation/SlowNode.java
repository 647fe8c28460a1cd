package imtokenpay.simulation;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A provider that needs its time for each block.
final class SlowNode implements ChainReader {
    private final ChainReader inner;
    private final SimulatedClock clock;
    private final Duration perBlock;
    private Duration lastTook = Duration.ZERO;

    SlowNode(ChainReader inner, SimulatedClock clock, Duration perBlock) {
        this.inner = inner;
        this.clock = clock;
        this.perBlock = perBlock;
    }

    /// How long the newest reading took.
    Duration lastTook() {
        return lastTook;
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        var reading = inner.read(known, watch, heightMax);
        lastTook = perBlock.multipliedBy(reading.blocks().size());
        clock.passes(lastTook);
        return reading;
    }

    @Override
    public ChainId chain() {
        return inner.chain();
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        return inner.transfersIn(from, to, watch);
    }

    @Override
    public BlockRef beginning(Instant moment) {
        return inner.beginning(moment);
    }

    @Override
    public int decimals(Asset asset) {
        return inner.decimals(asset);
    }
}
