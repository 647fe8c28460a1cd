package imtokenpay.flow.feed;

import imtokenpay.flow.UseCase;
import imtokenpay.webhook.feed.EventFeed;
import imtokenpay.webhook.feed.FeedCursor;
import imtokenpay.webhook.feed.FeedPage;
import jakarta.inject.Inject;
import java.util.Optional;

/// Reads a store its events, so that a webhook that never arrived costs time and nothing else.
@UseCase
public class ReadFeed {
    private final EventFeed feed;

    @Inject
    public ReadFeed(EventFeed feed) {
        this.feed = feed;
    }

    /// The events after a cursor; empty if this feed never had that cursor.
    ///
    /// @param count 1 to 100
    public Optional<FeedPage> after(String storeId, FeedCursor cursor, int count) {
        return feed.after(storeId, cursor, count);
    }
}
