package imtokenpay.storefront.json;

import java.util.ArrayList;
import java.util.List;

/// A few events that the plugin remembers.
///
/// @param events oldest first; what a later version of the plugin tells and this adapter does not know is left out
/// @param cursor where to read on
/// @param hasMore whether there are more by now
public record FeedPage(List<WebhookEvent> events, String cursor, boolean hasMore) {

    private static final System.Logger LOG = System.getLogger(FeedPage.class.getName());

    public FeedPage {
        events = List.copyOf(events);
    }

    /// Reads an answer of `GET /events`.
    ///
    /// @throws UnreadableJson when it is none
    public static FeedPage read(byte[] body) {
        Fields json = Fields.parse(body);
        List<WebhookEvent> events = new ArrayList<>();
        for (Fields event : json.objects("events")) {
            try {
                WebhookEvent.read(event).ifPresent(events::add);
            } catch (UnreadableJson unreadable) {
                // It would not get better by being read again, and those behind it must not wait for it.
                LOG.log(
                        System.Logger.Level.WARNING,
                        "An event in the feed of imToken Pay cannot be read and is left out: {0}",
                        unreadable.getMessage());
            }
        }
        return new FeedPage(events, json.text("cursor"), json.flag("hasMore", false));
    }
}
