package imtokenpay.adapter.jpa.webhook;

import imtokenpay.adapter.jpa.Visible;
import imtokenpay.webhook.feed.EventFeed;
import imtokenpay.webhook.feed.FeedCursor;
import imtokenpay.webhook.feed.FeedPage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/// The feed as numbers on the outbox's rows. Whoever reads gives numbers to what has none yet: so writing an event
/// locks
/// nothing, and two chains that tell the same two stores cannot lock each other out.
@Dependent
public class JpaEventFeed implements EventFeed {
    // More wait for the next page: a feed that nobody has read for months is numbered in many short transactions.
    private static final int NUMBERED_MAX = 1_000;

    private final EntityManager entities;

    @Inject
    public JpaEventFeed(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<FeedPage> after(String storeId, FeedCursor cursor, int count) {
        if (!isKnown(storeId, cursor)) {
            return Optional.empty();
        }
        if (!unnumbered(storeId, 1).isEmpty()) {
            number(storeId);
        }
        return Optional.of(page(storeId, cursor, count));
    }

    private boolean isKnown(String storeId, FeedCursor cursor) {
        return cursor.equals(FeedCursor.START)
                || !entities.createNativeQuery(
                                "select 1 from webhook_event where store_id = ?1 and feed_number = ?2 and id = ?3")
                        .setParameter(1, storeId)
                        .setParameter(2, cursor.number())
                        .setParameter(3, cursor.eventId())
                        .getResultList()
                        .isEmpty();
    }

    private void number(String storeId) {
        var number = locked(storeId);
        // Asked again under the lock: another reader may just have numbered them.
        for (var id : unnumbered(storeId, NUMBERED_MAX)) {
            // Not by the entity, which would write the delivery's state along, as it was when it was read.
            entities.createNativeQuery("update webhook_event set feed_number = ?1 where id = ?2")
                    .setParameter(1, ++number)
                    .setParameter(2, id)
                    .executeUpdate();
        }
        entities.createNativeQuery("update feed set last_number = ?1 where store_id = ?2")
                .setParameter(1, number)
                .setParameter(2, storeId)
                .executeUpdate();
    }

    private long locked(String storeId) {
        entities.createNativeQuery("insert into feed (store_id, last_number) values (?1, 0) on conflict do nothing")
                .setParameter(1, storeId)
                .executeUpdate();
        return Visible.read("the feed of a store", () -> lastNumber(storeId));
    }

    private Optional<Long> lastNumber(String storeId) {
        List<?> last = entities.createNativeQuery("select last_number from feed where store_id = ?1 for update")
                .setParameter(1, storeId)
                .getResultList();
        return last.stream().map(Number.class::cast).map(Number::longValue).findFirst();
    }

    private List<String> unnumbered(String storeId, int count) {
        List<?> ids = entities.createNativeQuery("select id from webhook_event where store_id = ?1"
                        + " and feed_number is null order by occurred_at, length(id), id fetch first ?2 rows only")
                .setParameter(1, storeId)
                .setParameter(2, count)
                .getResultList();
        return ids.stream().map(String.class::cast).toList();
    }

    private FeedPage page(String storeId, FeedCursor cursor, int count) {
        var rows = entities.createQuery(
                        "select e from EventRow e where e.storeId = ?1 and e.feedNumber > ?2 order by e.feedNumber",
                        EventRow.class)
                .setParameter(1, storeId)
                .setParameter(2, cursor.number())
                .setMaxResults(count + 1)
                .getResultList();
        var events = rows.stream().limit(count).toList();
        var hasMore = rows.size() > count || !unnumbered(storeId, 1).isEmpty();
        return new FeedPage(
                events.stream().map(row -> row.delivery().event()).toList(),
                events.isEmpty() ? cursor : events.getLast().feedCursor(),
                hasMore);
    }
}
