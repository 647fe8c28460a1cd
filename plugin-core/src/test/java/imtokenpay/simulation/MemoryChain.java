package imtokenpay.simulation;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease;
import imtokenpay.money.ChainId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Cursors and leases in memory.
class MemoryChain implements ChainCursors, WatchLease {
    private static final int TAIL_BLOCKS = 64;

    private final MemoryStore store;
    private final InstantSource clock;

    MemoryChain(MemoryStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<ChainTail> tail(ChainId chain) {
        return Optional.ofNullable(store.tables().tails().get(chain));
    }

    @Override
    public Optional<ChainView> view(ChainId chain) {
        return Optional.ofNullable(store.tables().views().get(chain));
    }

    @Override
    public void begin(Lease lease, BlockRef head, ChainView view) {
        check(lease);
        if (tail(lease.chain()).isPresent()) {
            throw new StaleWriter("another node has begun to read already");
        }
        start(lease.chain(), head, view);
    }

    @Override
    public void skip(Lease lease, ChainTail known, BlockRef later, ChainView view) {
        check(lease, known);
        start(lease.chain(), later, view);
    }

    @Override
    public long lookedAgain(ChainId chain) {
        return store.tables().secondLooks().getOrDefault(chain, 0L);
    }

    @Override
    public void lookedAgain(Lease lease, long from, long to) {
        check(lease);
        if (lookedAgain(lease.chain()) != from) {
            throw new StaleWriter("the second look does not stand at block " + from + " any more");
        }
        store.tables().secondLooks().put(lease.chain(), to);
    }

    private void start(ChainId chain, BlockRef block, ChainView view) {
        store.tables().tails().put(chain, new ChainTail(List.of(block)));
        store.tables().views().put(chain, view);
        store.tables().secondLooks().put(chain, block.height());
    }

    @Override
    public void advance(Lease lease, ChainTail known, Reading reading) {
        check(lease, known);
        var blocks = new ArrayList<BlockRef>();
        known.blocks().stream()
                .filter(block -> block.height() <= reading.fork().height())
                .forEach(blocks::add);
        blocks.addAll(reading.blocks());
        var kept = blocks.subList(Math.max(0, blocks.size() - TAIL_BLOCKS), blocks.size());
        store.tables().tails().put(lease.chain(), new ChainTail(kept));
        store.tables().views().put(lease.chain(), reading.view());
        store.tables().secondLooks().merge(lease.chain(), reading.fork().height(), Math::min);
    }

    @Override
    public Optional<Lease> acquire(ChainId chain, String owner, Duration length) {
        var now = clock.instant();
        var row = store.tables().leases().getOrDefault(chain, new MemoryStore.LeaseRow("", 0, now));
        if (!row.holder().equals(owner) && row.until().isAfter(now)) {
            return Optional.empty();
        }
        var epoch = row.holder().equals(owner) ? row.epoch() : row.epoch() + 1;
        store.tables().leases().put(chain, new MemoryStore.LeaseRow(owner, epoch, now.plus(length)));
        return Optional.of(new Lease(chain, owner, epoch));
    }

    void check(Lease lease, ChainTail known) {
        check(lease);
        if (!tail(lease.chain()).orElseThrow().last().equals(known.last())) {
            throw new StaleWriter("the cursor is not at block " + known.last().height() + " any more");
        }
    }

    void check(Lease lease) {
        var row = store.tables().leases().get(lease.chain());
        if (row == null || row.epoch() != lease.epoch() || !row.holder().equals(lease.owner())) {
            throw new StaleWriter("the lease went to another node");
        }
    }
}
