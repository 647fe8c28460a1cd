package imtokenpay.store.crash;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.Transfer;
import imtokenpay.chain.watch.ChainReader;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.Watch;
import imtokenpay.money.Asset;
import imtokenpay.money.ChainId;
import imtokenpay.store.crash.World.Mined;
import java.time.Instant;
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
    public Reading read(ChainTail known, Watch watch, long heightMax) {
        var chain = source.get();
        var fork = known.blocks().reversed().stream()
                .filter(block -> chain.stream().anyMatch(mined -> mined.block().equals(block)))
                .findFirst()
                .orElseThrow();
        var above = chain.stream()
                .filter(mined -> mined.block().height() > fork.height())
                .toList();
        var held = known.last().height() - fork.height();
        var read = above.subList(0, (int) Math.min(Math.max(BLOCKS_MAX, held), above.size()));
        var blocks = read.stream().map(Mined::block).toList();
        var transfers =
                read.stream().flatMap(mined -> mined.transfers().stream()).toList();
        var last = blocks.isEmpty() ? fork : blocks.getLast();
        var view = new ChainView(chain(), last.height(), last.time());
        return new Reading(fork, blocks, transfers, view, read.size() == above.size());
    }

    @Override
    public List<Transfer> transfersIn(long from, long to, Watch watch) {
        return source.get().stream()
                .filter(mined -> mined.block().height() >= from && mined.block().height() <= to)
                .flatMap(mined -> mined.transfers().stream())
                .toList();
    }

    @Override
    public BlockRef beginning(Instant moment) {
        return source.get().stream()
                .map(Mined::block)
                .filter(block -> block.time().isBefore(moment))
                .reduce((first, second) -> second)
                .orElseGet(() -> source.get().getFirst().block());
    }

    @Override
    public int decimals(Asset asset) {
        return asset.decimals();
    }
}
