package imtokenpay.webhook.feed;

import java.util.Optional;

/// Every event of a store in the order in which it became known, whatever became of its delivery. Nothing is passed
/// over:
/// an event that is committed after a page was read comes on a later page.
public interface EventFeed {
    /// The events after a cursor; empty if this feed never had that cursor.
    ///
    /// @param count 1 to 100
    Optional<FeedPage> after(String storeId, FeedCursor cursor, int count);
}
