package imtokenpay.store.crash;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.store.crash.World.Mined;
import java.util.List;
import java.util.function.Supplier;

/// Reads the world's chain, three blocks at a time.
record ScriptedReader(Supplier<List<Mined>> source) implements ChainReader {
    private static final int BLOCKS_MAX = 3;

    @Override
    public ChainId chain() {
        return World.USDT.chain();
    }

    @Override
    public BlockRef head() {
        return source.get().getLast().block();
    }

    @Override
    public Reading read(ChainTail known, Watch watch) {
        var chain = source.get();
        var fork = known.blocks().reversed().stream()
                .filter(block -> chain.stream().anyMatch(mined -> mined.block().equals(block)))
                .findFirst()
                .orElseThrow();
        var above = chain.stream()
                .filter(mined -> mined.block().height() > fork.height())
                .toList();
        var read = above.subList(0, Math.min(BLOCKS_MAX, above.size()));
        var blocks = read.stream().map(Mined::block).toList();
        var transfers =
                read.stream().flatMap(mined -> mined.transfers().stream()).toList();
        var last = blocks.isEmpty() ? fork : blocks.getLast();
        var view = new ChainView(chain(), last.height(), last.time());
        return new Reading(fork, blocks, transfers, view, read.size() == above.size());
    }

    @Override
    public int decimals(Asset asset) {
        return asset.decimals();
    }
}
