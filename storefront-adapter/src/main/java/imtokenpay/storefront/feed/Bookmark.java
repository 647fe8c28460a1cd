package imtokenpay.storefront.feed;

import imtokenpay.storefront.ledger.Tables;
import imtokenpay.storefront.ledger.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/// How far this store has read the plugin's events, and which of its nodes reads on. Kept in the store's own database.
public final class Bookmark {

    private final UnitOfWork work;
    private final InstantSource clock;
    private final String reader = UUID.randomUUID().toString();

    public Bookmark(UnitOfWork work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
    }

    /// Makes the table if it is missing, or brings it up to date. A failure is told in the log and stops nothing.
    public void create() {
        Tables.make(work, FeedTable.SHAPE);
    }

    /// Whether this node may read for so long, counted from now. Another node takes over when that time is over, so
    /// a node that dies is followed, and at worst two read the same: what is applied twice changes nothing.
    public boolean take(Duration length) {
        if (!work.inNew(connection -> new FeedTable(connection).hasRow())) {
            insert();
        }
        Instant now = clock.instant();
        return work.inNew(connection -> new FeedTable(connection).lease(reader, now, now.plus(length)));
    }

    /// Where to read on; empty to begin with the first event.
    public Optional<String> cursor() {
        return work.inNew(connection -> new FeedTable(connection).cursor());
    }

    /// Keeps the place, unless another node has taken over.
    public void keep(Optional<String> cursor) {
        work.inNew(connection -> {
            new FeedTable(connection).keep(reader, cursor);
            return true;
        });
    }

    private void insert() {
        try {
            work.inNew(connection -> {
                new FeedTable(connection).insertRow();
                return true;
            });
        } catch (RuntimeException failed) {
            // Another node may have made it at the same moment.
            if (!work.inNew(connection -> new FeedTable(connection).hasRow())) {
                throw failed;
            }
        }
    }
}
