package imtokenpay.adapter.metrics.pulse;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.ChainUnavailable;
import imtokenpay.chain.watch.Pace;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.flow.watch.WatchedChain;
import imtokenpay.flow.watch.WatchedChains;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// One chain whose node tells nothing but how high it is.
public final class OneChain implements WatchedChains, ChainReader {
    public static final ChainId ID = new ChainId("eip155:1");

    public long head;
    public boolean isThere = true;

    @Override
    public List<WatchedChain> all() {
        return isThere ? List.of(new WatchedChain(this, new Pace.Fixed(Duration.ofSeconds(1)))) : List.of();
    }

    @Override
    public String node() {
        return "this one";
    }

    @Override
    public ChainId chain() {
        return ID;
    }

    @Override
    public OptionalLong head() {
        return OptionalLong.of(head);
    }

    @Override
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    public BlockRef beginning(Instant moment) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    public int decimals(Asset asset) {
        throw new ChainUnavailable("nothing is to be read here");
    }
}
