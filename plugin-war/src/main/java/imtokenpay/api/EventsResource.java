package imtokenpay.api;

import imtokenpay.api.caller.CallerFilter;
import imtokenpay.api.caller.Needs;
import imtokenpay.api.problem.Problem;
import imtokenpay.flow.feed.ReadFeed;
import imtokenpay.merchant.key.Scope;
import imtokenpay.webhook.WebhookEvent;
import imtokenpay.webhook.feed.FeedCursor;
import imtokenpay.webhook.feed.FeedPage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happened to the payments of the store that calls: the same events that its webhooks carry, for as often as it
/// likes to read them.
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
@Dependent
public class EventsResource {
    private final ReadFeed feed;

    @Inject
    public EventsResource(ReadFeed feed) {
        this.feed = feed;
    }

    /// The events after a cursor, oldest first; from the very first without one.
    @GET
    @Needs(Scope.EVENTS_READ)
    public String after(
            @Context ContainerRequestContext caller,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        var query = new PageQuery();
        var count = query.count(limit);
        query.check();
        var cursor = Optional.ofNullable(after)
                .map(text -> FeedCursor.parse(text).orElseThrow(EventsResource::unknownCursor))
                .orElse(FeedCursor.START);
        return feed.after(CallerFilter.store(caller).id(), cursor, count)
                .map(EventsResource::json)
                .orElseThrow(EventsResource::unknownCursor);
    }

    // The bodies as they were signed, letter for letter: no parsing and writing that could change a digit.
    private static String json(FeedPage page) {
        var events = page.events().stream()
                .map(WebhookEvent::content)
                .map(WebhookEvent.Content::body)
                .collect(Collectors.joining(","));
        return "{\"events\":[" + events + "],\"cursor\":"
                + Json.createValue(page.cursor().text()) + ",\"hasMore\":" + page.hasMore() + "}";
    }

    private static Problem unknownCursor() {
        return new Problem(
                410,
                "unknown_cursor",
                "This feed never had that cursor, or its database is not the one that it was. Read again from the first"
                        + " event, without a cursor; what you applied before is told by its sequence.");
    }
}
