package imtokenpay.webhook.feed;

import imtokenpay.webhook.WebhookEvent;
import java.util.List;

/// A few events of a store, one after the other.
///
/// @param cursor where the next page begins, and where to ask again later when this is the last one
/// @param hasMore whether there are more by now
public record FeedPage(List<WebhookEvent> events, FeedCursor cursor, boolean hasMore) {
    /// The longest page.
    public static final int EVENTS_MAX = 100;

    public FeedPage {
        events = List.copyOf(events);
    }
}
