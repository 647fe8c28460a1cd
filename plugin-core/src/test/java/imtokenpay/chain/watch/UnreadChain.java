package imtokenpay.chain.watch;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.Transfer;
import imtokenpay.money.Asset;
import java.time.Instant;
import java.util.List;

/// A chain in a test's hands that is asked for something else than its blocks.
public interface UnreadChain extends ChainReader {
    @Override
    default Reading read(ChainTail known, Watch watch, long heightMax) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    default List<Transfer> transfersIn(long from, long to, Watch watch) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    default BlockRef beginning(Instant moment) {
        throw new ChainUnavailable("nothing is to be read here");
    }

    @Override
    default int decimals(Asset asset) {
        throw new ChainUnavailable("nothing is to be read here");
    }
}
