package imtokenpay.adapter.jpa.chain;

import imtokenpay.chain.BlockRef;
import imtokenpay.chain.ChainView;
import imtokenpay.chain.watch.ChainCursors;
import imtokenpay.chain.watch.ChainTail;
import imtokenpay.chain.watch.Reading;
import imtokenpay.chain.watch.WatchLease.Lease;
import imtokenpay.money.ChainId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/// Cursors as rows. Whoever moves one holds its row until the commit, so writers of one chain stand in line.
@Dependent
public class JpaChainCursors implements ChainCursors {
    /// A reorg deeper than this stops the watching and asks for a person. The deepest seen on a chain that
    /// wallets use was 157 blocks (Polygon, 2023-02-22); Ethereum's finality keeps it below 96.
    private static final int TAIL_BLOCKS = 256;

    private final EntityManager entities;

    @Inject
    public JpaChainCursors(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<ChainTail> tail(ChainId chain) {
        var blocks = blocks(chain);
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new ChainTail(blocks));
    }

    @Override
    public Optional<ChainView> view(ChainId chain) {
        return Optional.ofNullable(entities.find(CursorRow.class, chain.text()))
                .filter(row -> row.height != null && row.asOf != null)
                .map(row -> new ChainView(
                        chain, row.height, row.asOf, row.finalHeight == null ? ChainView.NONE : row.finalHeight));
    }

    @Override
    public void begin(Lease lease, BlockRef head, ChainView view) {
        var row = locked(lease);
        if (row.height != null) {
            throw new StaleWriter("another node has begun to read already");
        }
        write(lease.chain().text(), List.of(head));
        stand(row, view);
        row.lookedAgain = head.height();
    }

    @Override
    public void advance(Lease lease, ChainTail known, Reading reading) {
        var row = at(lease, known);
        var chain = lease.chain().text();
        delete(
                "delete from BlockRow b where b.chain = ?1 and b.height > ?2",
                chain,
                reading.fork().height());
        write(chain, reading.blocks());
        delete(
                "delete from BlockRow b where b.chain = ?1 and b.height <= ?2",
                chain,
                reading.last().height() - TAIL_BLOCKS);
        row.lookedAgain = Math.min(lookedAgain(row), reading.fork().height());
        stand(row, reading.view());
    }

    @Override
    public void skip(Lease lease, ChainTail known, BlockRef later, ChainView view) {
        var row = at(lease, known);
        var chain = lease.chain().text();
        delete("delete from BlockRow b where b.chain = ?1 and b.height >= ?2", chain, 0);
        write(chain, List.of(later));
        stand(row, view);
        row.lookedAgain = later.height();
    }

    @Override
    public long lookedAgain(ChainId chain) {
        return Optional.ofNullable(entities.find(CursorRow.class, chain.text()))
                .map(JpaChainCursors::lookedAgain)
                .orElse(0L);
    }

    @Override
    public void lookedAgain(Lease lease, long from, long to) {
        var row = locked(lease);
        if (lookedAgain(row) != from) {
            throw new StaleWriter("the second look does not stand at block " + from + " any more");
        }
        row.lookedAgain = to;
    }

    // A cursor from before there was a second look has had its only one.
    private static long lookedAgain(CursorRow row) {
        if (row.lookedAgain != null) {
            return row.lookedAgain;
        }
        return row.height == null ? 0 : row.height;
    }

    private CursorRow at(Lease lease, ChainTail known) {
        var row = locked(lease);
        if (row.height == null
                || row.height != known.last().height()
                || !holds(lease.chain().text(), known.last())) {
            throw new StaleWriter("the cursor is not at block " + known.last().height() + " any more");
        }
        return row;
    }

    private static void stand(CursorRow row, ChainView view) {
        row.height = view.head();
        row.asOf = view.asOf();
        row.finalHeight = view.finalHeight() == ChainView.NONE ? null : view.finalHeight();
    }

    private CursorRow locked(Lease lease) {
        var row = entities.find(CursorRow.class, lease.chain().text(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.epoch != lease.epoch() || !row.holder.equals(lease.owner())) {
            throw new StaleWriter("the lease went to another node");
        }
        return row;
    }

    // Asked as a number, not loaded: a block that is loaded here could not be replaced by another of its height.
    private boolean holds(String chain, BlockRef block) {
        var count = entities.createQuery(
                        "select count(b) from BlockRow b where b.chain = ?1 and b.height = ?2 and b.hash = ?3",
                        Long.class)
                .setParameter(1, chain)
                .setParameter(2, block.height())
                .setParameter(3, block.hash())
                .getSingleResult();
        return count == 1;
    }

    private void delete(String statement, String chain, long height) {
        entities.createQuery(statement)
                .setParameter(1, chain)
                .setParameter(2, height)
                .executeUpdate();
    }

    // Read as values, not as rows, for the same reason.
    private List<BlockRef> blocks(ChainId chain) {
        return entities.createQuery(
                        "select new imtokenpay.chain.BlockRef(b.height, b.hash, b.parentHash, b.time) from BlockRow b"
                                + " where b.chain = ?1 order by b.height",
                        BlockRef.class)
                .setParameter(1, chain.text())
                .getResultList();
    }

    // Let go of at once, so that the next reading of this transaction can replace them.
    private void write(String chain, List<BlockRef> blocks) {
        var rows = blocks.stream().map(block -> BlockRow.of(chain, block)).toList();
        rows.forEach(entities::persist);
        entities.flush();
        rows.forEach(entities::detach);
    }
}
